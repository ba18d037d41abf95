import type { VariableDataType } from '@shared/ocpp/variable'

interface KnownVariable {
  /** `Component.Variable` of 2.x, and configuration keys of 1.6. What means the same is explained once. */
  readonly names: readonly string[]
  /** What a 1.6 station does not tell of its keys, by the specification. */
  readonly type?: VariableDataType
  readonly unit?: string
}

/**
 * Standard variables and keys that are explained on the configuration tab; the sentences are
 * `variables:known.<name here>`, in words of ours.
 */
export const KNOWN_VARIABLES = {
  acceptUnknownOffline: {
    names: ['AllowOfflineTxForUnknownId', 'AuthCtrlr.OfflineTxForUnknownIdEnabled'],
    type: 'boolean',
  },
  authorizationCache: { names: ['AuthorizationCacheEnabled', 'AuthCacheCtrlr.Enabled'], type: 'boolean' },
  cacheLifeTime: { names: ['AuthCacheCtrlr.LifeTime'], type: 'integer', unit: 's' },
  authorizeRemoteStart: { names: ['AuthorizeRemoteTxRequests', 'AuthCtrlr.AuthorizeRemoteStart'], type: 'boolean' },
  localOffline: {
    names: ['LocalAuthorizeOffline', 'AuthCtrlr.LocalAuthorizeOffline', 'AuthCtrlr.LocalAuthorizationOffline'],
    type: 'boolean',
  },
  localBefore: {
    names: ['LocalPreAuthorize', 'AuthCtrlr.LocalPreAuthorize', 'AuthCtrlr.LocalPreAuthorization'],
    type: 'boolean',
  },
  authorization: { names: ['AuthCtrlr.Enabled'], type: 'boolean' },
  masterPass: { names: ['AuthCtrlr.MasterPassGroupId'] },
  blinkRepeat: { names: ['BlinkRepeat'], type: 'integer' },
  lightIntensity: { names: ['LightIntensity'], type: 'integer', unit: '%' },
  alignedInterval: { names: ['ClockAlignedDataInterval', 'AlignedDataCtrlr.Interval'], type: 'integer', unit: 's' },
  alignedMeasurands: { names: ['MeterValuesAlignedData', 'AlignedDataCtrlr.Measurands'], type: 'MemberList' },
  sampledInterval: {
    names: ['MeterValueSampleInterval', 'SampledDataCtrlr.TxUpdatedInterval'],
    type: 'integer',
    unit: 's',
  },
  sampledMeasurands: { names: ['MeterValuesSampledData', 'SampledDataCtrlr.TxUpdatedMeasurands'], type: 'MemberList' },
  startMeasurands: { names: ['SampledDataCtrlr.TxStartedMeasurands'], type: 'MemberList' },
  endMeasurands: { names: ['StopTxnSampledData', 'SampledDataCtrlr.TxEndedMeasurands'], type: 'MemberList' },
  endInterval: { names: ['SampledDataCtrlr.TxEndedInterval'], type: 'integer', unit: 's' },
  endAligned: { names: ['StopTxnAlignedData', 'AlignedDataCtrlr.TxEndedMeasurands'], type: 'MemberList' },
  signReadings: { names: ['SampledDataCtrlr.SignReadings', 'AlignedDataCtrlr.SignReadings'], type: 'boolean' },
  plugTimeout: { names: ['ConnectionTimeOut', 'TxCtrlr.EVConnectionTimeOut'], type: 'integer', unit: 's' },
  phaseRotation: { names: ['ConnectorPhaseRotation', 'ChargingStation.PhaseRotation', 'EVSE.PhaseRotation'] },
  keysPerAnswer: { names: ['GetConfigurationMaxKeys'], type: 'integer' },
  itemsPerMessage: { names: ['DeviceDataCtrlr.ItemsPerMessage'], type: 'integer' },
  bytesPerMessage: { names: ['DeviceDataCtrlr.BytesPerMessage'], type: 'integer' },
  heartbeat: { names: ['HeartbeatInterval', 'OCPPCommCtrlr.HeartbeatInterval'], type: 'integer', unit: 's' },
  energyOnInvalid: {
    names: ['MaxEnergyOnInvalidId', 'TxCtrlr.MaxEnergyOnInvalidId'],
    type: 'integer',
    unit: 'Wh',
  },
  statusDuration: { names: ['MinimumStatusDuration'], type: 'integer', unit: 's' },
  connectors: { names: ['NumberOfConnectors'], type: 'integer' },
  resetRetries: { names: ['ResetRetries', 'OCPPCommCtrlr.ResetRetries'], type: 'integer' },
  stopOnUnplug: {
    names: ['StopTransactionOnEVSideDisconnect', 'TxCtrlr.StopTxOnEVSideDisconnect'],
    type: 'boolean',
  },
  stopOnInvalid: { names: ['StopTransactionOnInvalidId', 'TxCtrlr.StopTxOnInvalidId'], type: 'boolean' },
  startPoint: { names: ['TxCtrlr.TxStartPoint'], type: 'MemberList' },
  stopPoint: { names: ['TxCtrlr.TxStopPoint'], type: 'MemberList' },
  profiles: { names: ['SupportedFeatureProfiles'], type: 'MemberList' },
  messageAttempts: { names: ['TransactionMessageAttempts', 'OCPPCommCtrlr.MessageAttempts'], type: 'integer' },
  messageInterval: {
    names: ['TransactionMessageRetryInterval', 'OCPPCommCtrlr.MessageAttemptInterval'],
    type: 'integer',
    unit: 's',
  },
  messageTimeout: { names: ['OCPPCommCtrlr.MessageTimeout'], type: 'integer', unit: 's' },
  unlockOnUnplug: {
    names: ['UnlockConnectorOnEVSideDisconnect', 'OCPPCommCtrlr.UnlockOnEVSideDisconnect'],
    type: 'boolean',
  },
  ping: { names: ['WebSocketPingInterval', 'OCPPCommCtrlr.WebSocketPingInterval'], type: 'integer', unit: 's' },
  offlineThreshold: { names: ['OCPPCommCtrlr.OfflineThreshold'], type: 'integer', unit: 's' },
  queueAll: { names: ['OCPPCommCtrlr.QueueAllMessages'], type: 'boolean' },
  backOffMinimum: { names: ['OCPPCommCtrlr.RetryBackOffWaitMinimum'], type: 'integer', unit: 's' },
  backOffRandom: { names: ['OCPPCommCtrlr.RetryBackOffRandomRange'], type: 'integer', unit: 's' },
  backOffTimes: { names: ['OCPPCommCtrlr.RetryBackOffRepeatTimes'], type: 'integer' },
  networkPriority: { names: ['OCPPCommCtrlr.NetworkConfigurationPriority'], type: 'SequenceList' },
  networkActive: { names: ['OCPPCommCtrlr.ActiveNetworkProfile'] },
  networkAttempts: { names: ['OCPPCommCtrlr.NetworkProfileConnectionAttempts'], type: 'integer' },
  fileProtocols: {
    names: ['SupportedFileTransferProtocols', 'OCPPCommCtrlr.FileTransferProtocols'],
    type: 'MemberList',
  },
  localList: { names: ['LocalAuthListEnabled', 'LocalAuthListCtrlr.Enabled'], type: 'boolean' },
  localListLength: { names: ['LocalAuthListMaxLength', 'LocalAuthListCtrlr.Entries'], type: 'integer' },
  localListPerMessage: {
    names: ['SendLocalListMaxLength', 'LocalAuthListCtrlr.ItemsPerMessage'],
    type: 'integer',
  },
  reserveAny: { names: ['ReserveConnectorZeroSupported', 'ReservationCtrlr.NonEvseSpecific'], type: 'boolean' },
  stackLevel: { names: ['ChargeProfileMaxStackLevel', 'SmartChargingCtrlr.ProfileStackLevel'], type: 'integer' },
  rateUnit: {
    names: ['ChargingScheduleAllowedChargingRateUnit', 'SmartChargingCtrlr.RateUnit'],
    type: 'MemberList',
  },
  schedulePeriods: {
    names: ['ChargingScheduleMaxPeriods', 'SmartChargingCtrlr.PeriodsPerSchedule'],
    type: 'integer',
  },
  phaseSwitch: { names: ['ConnectorSwitch3to1PhaseSupported', 'SmartChargingCtrlr.Phases3to1'], type: 'boolean' },
  profilesInstalled: { names: ['MaxChargingProfilesInstalled', 'SmartChargingCtrlr.Entries'], type: 'integer' },
  limitChange: { names: ['SmartChargingCtrlr.LimitChangeSignificance'], type: 'decimal', unit: '%' },
  externalLimits: { names: ['SmartChargingCtrlr.ExternalControlSignalsEnabled'], type: 'boolean' },
  rootCheck: {
    names: ['AdditionalRootCertificateCheck', 'SecurityCtrlr.AdditionalRootCertificateCheck'],
    type: 'boolean',
  },
  password: { names: ['AuthorizationKey', 'SecurityCtrlr.BasicAuthPassword'] },
  chainSize: { names: ['CertificateSignedMaxChainSize', 'SecurityCtrlr.MaxCertificateChainSize'], type: 'integer' },
  certificateStore: { names: ['CertificateStoreMaxLength', 'SecurityCtrlr.CertificateEntries'], type: 'integer' },
  organisation: { names: ['CpoName', 'SecurityCtrlr.OrganizationName'] },
  securityProfile: { names: ['SecurityProfile', 'SecurityCtrlr.SecurityProfile'], type: 'integer' },
  identity: { names: ['SecurityCtrlr.Identity'] },
  signingWait: { names: ['SecurityCtrlr.CertSigningWaitMinimum'], type: 'integer', unit: 's' },
  signingRepeats: { names: ['SecurityCtrlr.CertSigningRepeatTimes'], type: 'integer' },
  clockTime: { names: ['ClockCtrlr.DateTime'], type: 'dateTime' },
  ntpServer: { names: ['ClockCtrlr.NtpServerUri'] },
  timeSource: { names: ['ClockCtrlr.TimeSource'], type: 'SequenceList' },
  timeZone: { names: ['ClockCtrlr.TimeZone'] },
  timeOffset: { names: ['ClockCtrlr.TimeOffset'] },
  currency: { names: ['TariffCostCtrlr.Currency'] },
  priceFallback: { names: ['TariffCostCtrlr.TariffFallbackMessage'] },
  costFallback: { names: ['TariffCostCtrlr.TotalCostFallbackMessage'] },
  availability: {
    names: ['ChargingStation.AvailabilityState', 'EVSE.AvailabilityState', 'Connector.AvailabilityState'],
  },
  supplyPhases: { names: ['ChargingStation.SupplyPhases', 'EVSE.SupplyPhases', 'Connector.SupplyPhases'] },
  evsePower: { names: ['EVSE.Power'], type: 'decimal', unit: 'W' },
  connectorType: { names: ['Connector.ConnectorType'] },
  firmwareSessions: {
    names: ['ChargingStation.AllowNewSessionsPendingFirmwareUpdate', 'EVSE.AllowNewSessionsPendingFirmwareUpdate'],
    type: 'boolean',
  },
  // Of any component (2.0.1 part 2, appendix 3): looked up by the bare name when the full one is not known.
  available: { names: ['*.Available'], type: 'boolean' },
  enabled: { names: ['*.Enabled'], type: 'boolean' },
  problem: { names: ['*.Problem'], type: 'boolean' },
} as const satisfies Readonly<Record<string, KnownVariable>>
export type KnownVariableKey = keyof typeof KNOWN_VARIABLES

const BY_NAME = new Map(
  (Object.keys(KNOWN_VARIABLES) as KnownVariableKey[]).flatMap((key) =>
    KNOWN_VARIABLES[key].names.map((name) => [name.toLowerCase(), key] as const),
  ),
)

/** What is known of a variable by its name, without case; null when it is none of the standard's, or a vendor's own. */
export function knownVariable(
  component: string,
  variable: string,
): (KnownVariable & { readonly key: KnownVariableKey }) | null {
  const key =
    component === ''
      ? BY_NAME.get(variable.toLowerCase())
      : (BY_NAME.get(`${component}.${variable}`.toLowerCase()) ?? BY_NAME.get(`*.${variable}`.toLowerCase()))
  return key === undefined ? null : { ...KNOWN_VARIABLES[key], key }
}
