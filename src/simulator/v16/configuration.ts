import type { OCPP16 } from 'typed-ocpp'
import { LIST_CAPACITY } from '../authorization/knownCards'
import { slotInUse } from '../network'
import type { Settings } from '../options'
import { MAX_PROFILES, MAX_STACK_LEVEL } from '../smart/profiles'
import { type Access, ORGANISATION, PASSWORD, type Variables, wholeNumber, yesNo } from '../variables'

type Entry = NonNullable<OCPP16.GetConfigurationResponse['configurationKey']>[number]

/** A key of the maker's own, as most makers have one: 1.6 has no word for the address. */
const CENTRAL_SYSTEM_URL: Access = {
  readOnly: false,
  kind: 'string',
  read: (variables) => variables.centralSystemUrl ?? slotInUse(variables).url,
  write: (variables, text) => {
    if (!URL.canParse(text) || !/^wss?:/.test(text)) return false
    variables.centralSystemUrl = text
    return true
  },
}
/** Written in a way of its own: the link follows (A05). */
const SECURITY_PROFILE: Access = {
  readOnly: false,
  kind: 'integer',
  read: (variables) => String(slotInUse(variables).securityProfile),
  write: () => false,
}

const KEYS: Readonly<Record<string, Access>> = {
  AllowOfflineTxForUnknownId: yesNo('allowUnknownOffline'),
  AuthorizationCacheEnabled: yesNo('cacheEnabled'),
  AuthorizationKey: PASSWORD,
  AuthorizeRemoteTxRequests: yesNo('authorizeRemoteStart'),
  CentralSystemURL: CENTRAL_SYSTEM_URL,
  CertificateSignedMaxChainSize: wholeNumber('maxChainSize', 0, true),
  CpoName: ORGANISATION,
  HeartbeatInterval: wholeNumber('heartbeatSeconds', 1),
  LocalAuthListEnabled: yesNo('localListEnabled'),
  LocalAuthorizeOffline: yesNo('localAuthorizeOffline'),
  LocalPreAuthorize: yesNo('localPreAuthorize'),
  MeterValueSampleInterval: wholeNumber('meterIntervalSeconds', 1),
  SecurityProfile: SECURITY_PROFILE,
  StopTransactionOnInvalidId: yesNo('stopOnInvalidCard'),
  TransactionMessageAttempts: wholeNumber('messageAttempts', 1),
  TransactionMessageRetryInterval: wholeNumber('messageAttemptSeconds', 0),
}

/** What can only be read, and follows from how the charger is made (1.6 §9). */
function fixed(settings: Settings): Readonly<Record<string, string>> {
  return {
    ChargeProfileMaxStackLevel: String(MAX_STACK_LEVEL),
    ChargingScheduleAllowedChargingRateUnit: 'Current,Power',
    ChargingScheduleMaxPeriods: '100',
    ConnectorPhaseRotation: settings.phases === 3 ? '0.RST,1.RST' : '0.NotApplicable,1.NotApplicable',
    GetConfigurationMaxKeys: '100',
    LocalAuthListMaxLength: String(LIST_CAPACITY),
    MaxChargingProfilesInstalled: String(MAX_PROFILES),
    MeterValuesSampledData: 'Energy.Active.Import.Register,Power.Active.Import,Voltage,Current.Import',
    NumberOfConnectors: String(settings.evses),
    ReserveConnectorZeroSupported: 'true',
    SendLocalListMaxLength: '100',
    StopTransactionOnEVSideDisconnect: 'true',
    SupportedFeatureProfiles: 'Core,FirmwareManagement,LocalAuthListManagement,Reservation,SmartCharging,RemoteTrigger',
    UnlockConnectorOnEVSideDisconnect: 'true',
  }
}

/** Answers GetConfiguration: the named keys, or all that can be read when none is named. */
export function getConfiguration(
  settings: Settings,
  variables: Variables,
  asked: readonly string[] | undefined,
): OCPP16.GetConfigurationResponse {
  const all: Entry[] = Object.entries(KEYS).flatMap(([key, { read, readOnly }]) =>
    read ? [{ key, readonly: readOnly, value: read(variables) }] : [],
  )
  for (const [key, value] of Object.entries(fixed(settings))) all.push({ key, readonly: true, value })
  if (!asked || asked.length === 0) return { configurationKey: all }
  const configurationKey: Entry[] = []
  const unknownKey: string[] = []
  for (const name of asked) {
    const entry = all.find(({ key }) => key.toLowerCase() === name.toLowerCase())
    if (entry) configurationKey.push(entry)
    else unknownKey.push(name)
  }
  return {
    ...(configurationKey.length > 0 ? { configurationKey } : {}),
    ...(unknownKey.length > 0 ? { unknownKey } : {}),
  }
}

/** Answers ChangeConfiguration; keys are case-insensitive (CiString50Type). */
export function changeConfiguration(
  settings: Settings,
  variables: Variables,
  name: string,
  value: string,
): OCPP16.ChangeConfigurationResponse['status'] {
  const same = (key: string) => key.toLowerCase() === name.toLowerCase()
  const access = Object.entries(KEYS).find(([key]) => same(key))?.[1]
  if (!access) return Object.keys(fixed(settings)).some(same) ? 'Rejected' : 'NotSupported'
  return !access.readOnly && access.write(variables, value) ? 'Accepted' : 'Rejected'
}
