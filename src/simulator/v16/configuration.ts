import type { OCPP16 } from 'typed-ocpp'
import type { Settings } from '../options'
import { type Access, ORGANISATION, PASSWORD, type Variables, wholeNumber } from '../variables'

type Entry = NonNullable<OCPP16.GetConfigurationResponse['configurationKey']>[number]

const KEYS: Readonly<Record<string, Access>> = {
  AuthorizationKey: PASSWORD,
  CertificateSignedMaxChainSize: wholeNumber('maxChainSize', 0, true),
  CpoName: ORGANISATION,
  HeartbeatInterval: wholeNumber('heartbeatSeconds', 1),
  MeterValueSampleInterval: wholeNumber('meterIntervalSeconds', 1),
  TransactionMessageAttempts: wholeNumber('messageAttempts', 1),
  TransactionMessageRetryInterval: wholeNumber('messageAttemptSeconds', 0),
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
  all.push(
    { key: 'NumberOfConnectors', readonly: true, value: String(settings.evses) },
    { key: 'SupportedFeatureProfiles', readonly: true, value: 'Core,RemoteTrigger' },
  )
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
  variables: Variables,
  name: string,
  value: string,
): OCPP16.ChangeConfigurationResponse['status'] {
  const access = Object.entries(KEYS).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
  if (!access) return 'NotSupported'
  return !access.readOnly && access.write(variables, value) ? 'Accepted' : 'Rejected'
}
