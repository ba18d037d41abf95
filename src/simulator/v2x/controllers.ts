import { LIST_CAPACITY } from '../authorization/knownCards'
import type { CommandPort } from '../commandPort'
import { slotInUse } from '../network'
import { setNetworkPriority } from '../securityProfile'
import { MAX_PROFILES, MAX_STACK_LEVEL } from '../smart/profiles'
import { type Access, ORGANISATION, PASSWORD, wholeNumber, yesNo } from '../variables'
import type { DeviceVariable } from './deviceVariable'

/** Items of one report or request (ItemsPerMessage). */
export const ITEMS_PER_MESSAGE = 20

/** Text that only can be read. */
function fixed(value: string, kind: Access['kind'] = 'string'): Access {
  return { readOnly: true, kind, read: () => value, write: () => false }
}

const yes = fixed('true', 'boolean')
const no = fixed('false', 'boolean')

/** Controller components: component → variable (`name` or `name/instance`) → access. */
const TABLE: Readonly<Record<string, Readonly<Record<string, Access>>>> = {
  AlignedDataCtrlr: { Enabled: no, Available: no },
  AuthCacheCtrlr: { Enabled: yesNo('cacheEnabled'), Available: yes },
  AuthCtrlr: {
    AuthorizeRemoteStart: yesNo('authorizeRemoteStart'),
    LocalAuthorizeOffline: yesNo('localAuthorizeOffline'),
    LocalPreAuthorization: yesNo('localPreAuthorize'),
    OfflineTxForUnknownIdEnabled: yesNo('allowUnknownOffline'),
  },
  DeviceDataCtrlr: {
    'ItemsPerMessage/GetReport': fixed(String(ITEMS_PER_MESSAGE), 'integer'),
    'ItemsPerMessage/GetVariables': fixed('50', 'integer'),
    'ItemsPerMessage/SetVariables': fixed('50', 'integer'),
    'BytesPerMessage/GetReport': fixed('65536', 'integer'),
    'BytesPerMessage/GetVariables': fixed('65536', 'integer'),
    'BytesPerMessage/SetVariables': fixed('65536', 'integer'),
  },
  DisplayMessageCtrlr: {
    Available: yes,
    DisplayMessages: fixed('10', 'integer'),
    SupportedFormats: fixed('ASCII,UTF8'),
    SupportedPriorities: fixed('AlwaysFront,InFront,NormalCycle'),
  },
  LocalAuthListCtrlr: {
    Enabled: yesNo('localListEnabled'),
    Available: yes,
    ItemsPerMessage: fixed('100', 'integer'),
    BytesPerMessage: fixed('65536', 'integer'),
    // How many it takes is told as the upper limit.
    Entries: { ...fixed('0', 'integer'), most: LIST_CAPACITY },
  },
  MonitoringCtrlr: {
    Enabled: yes,
    Available: yes,
    'ItemsPerMessage/SetVariableMonitoring': fixed('20', 'integer'),
    'BytesPerMessage/SetVariableMonitoring': fixed('65536', 'integer'),
  },
  OCPPCommCtrlr: {
    HeartbeatInterval: wholeNumber('heartbeatSeconds', 1),
    'MessageAttempts/TransactionEvent': wholeNumber('messageAttempts', 1),
    'MessageAttemptInterval/TransactionEvent': wholeNumber('messageAttemptSeconds', 0),
    NetworkProfileConnectionAttempts: fixed('3', 'integer'),
    FileTransferProtocols: fixed('HTTP,HTTPS'),
    WebSocketPingInterval: fixed('0', 'integer'),
    ResetRetries: fixed('0', 'integer'),
    UnlockOnEVSideDisconnect: yes,
  },
  ReservationCtrlr: { Enabled: yes, Available: yes, NonEvseSpecific: yes },
  SampledDataCtrlr: {
    Enabled: yes,
    Available: yes,
    TxStartedMeasurands: fixed('Energy.Active.Import.Register,Power.Active.Import,Voltage,Current.Import'),
    TxUpdatedMeasurands: fixed('Energy.Active.Import.Register,Power.Active.Import,Voltage,Current.Import'),
    TxEndedMeasurands: fixed('Energy.Active.Import.Register,Power.Active.Import,Voltage,Current.Import'),
    TxUpdatedInterval: wholeNumber('meterIntervalSeconds', 1),
    TxEndedInterval: fixed('0', 'integer'),
  },
  SecurityCtrlr: {
    OrganizationName: ORGANISATION,
    BasicAuthPassword: PASSWORD,
    MaxCertificateChainSize: wholeNumber('maxChainSize', 0, true),
    CertSigningWaitMinimum: wholeNumber('certSigningWaitSeconds', 1),
    CertSigningRepeatTimes: wholeNumber('certSigningRepeats', 0),
  },
  SmartChargingCtrlr: {
    Enabled: yes,
    Available: yes,
    ProfileStackLevel: fixed(String(MAX_STACK_LEVEL), 'integer'),
    RateUnit: fixed('A,W'),
    PeriodsPerSchedule: fixed('100', 'integer'),
    'Entries/ChargingProfiles': fixed(String(MAX_PROFILES), 'integer'),
    ExternalControlSignalsEnabled: no,
    NotifyChargingLimitWithSchedules: no,
    Phases3to1: no,
  },
  TariffCostCtrlr: { 'Available/Tariff': no, 'Available/Cost': yes, 'Enabled/Cost': yes },
  TxCtrlr: {
    StopTxOnInvalidId: yesNo('stopOnInvalidCard'),
    StopTxOnEVSideDisconnect: yes,
    TxStartPoint: fixed('PowerPathClosed'),
    TxStopPoint: fixed('PowerPathClosed'),
  },
}

/** What follows from the charger at the moment. */
function derived(port: CommandPort): Readonly<Record<string, Readonly<Record<string, Access>>>> {
  const live = (kind: Access['kind'], read: () => string): Access => ({
    readOnly: true,
    kind,
    read,
    write: () => false,
  })
  return {
    ClockCtrlr: { DateTime: live('string', () => port.now().toISOString()), TimeSource: fixed('Heartbeat') },
    OCPPCommCtrlr: {
      ActiveNetworkProfile: live('integer', () => String(port.variables.networkSlot)),
      NetworkConfigurationPriority: {
        readOnly: false,
        kind: 'string',
        read: ({ networkPriority }) => networkPriority.join(','),
        write: (_, text) => setNetworkPriority(port, text),
      },
    },
    LocalAuthListCtrlr: { Entries: live('integer', () => String(port.cards.list.entries.length)) },
    SecurityCtrlr: {
      Identity: fixed(port.settings.identity),
      AdditionalRootCertificateCheck: live('boolean', () => String(port.settings.additionalRootCheck)),
      CertificateEntries: live('integer', () => String(port.trust.size)),
      SecurityProfile: live('integer', () => String(slotInUse(port.variables).securityProfile)),
    },
  }
}

/** All controller components as entries of the device model. */
export function controllers(port: CommandPort): readonly DeviceVariable[] {
  return [TABLE, derived(port)].flatMap((table) =>
    Object.entries(table).flatMap(([component, variables]) =>
      Object.entries(variables).map(([key, access]) => {
        const [name = '', instance] = key.split('/')
        return { component: { name: component }, variable: { name, ...(instance ? { instance } : {}) }, access }
      }),
    ),
  )
}
