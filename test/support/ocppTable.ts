import type { Adapter } from '@main/csms/adapter'
import { createV21, createV201 } from '@main/csms/v2x/adapter'
import { createV16 } from '@main/csms/v16/adapter'
import { PROTOCOLS, type Protocol } from '@shared/ocpp/station'

/** The versions as the server speaks them. */
export const ADAPTERS: Readonly<Record<Protocol, Adapter>> = {
  'ocpp1.6': createV16(),
  'ocpp2.0.1': createV201(),
  'ocpp2.1': createV21(),
}

/** What stations send, by the specifications (1.6 §4 and its security extension; 2.0.1 and 2.1 part 2, Messages). */
const FROM_STATIONS_16 = [
  'Authorize',
  'BootNotification',
  'DataTransfer',
  'DiagnosticsStatusNotification',
  'FirmwareStatusNotification',
  'Heartbeat',
  'LogStatusNotification',
  'MeterValues',
  'SecurityEventNotification',
  'SignCertificate',
  'SignedFirmwareStatusNotification',
  'StartTransaction',
  'StatusNotification',
  'StopTransaction',
]
const FROM_STATIONS_201 = [
  'Authorize',
  'BootNotification',
  'ClearedChargingLimit',
  'DataTransfer',
  'FirmwareStatusNotification',
  'Get15118EVCertificate',
  'GetCertificateStatus',
  'Heartbeat',
  'LogStatusNotification',
  'MeterValues',
  'NotifyChargingLimit',
  'NotifyCustomerInformation',
  'NotifyDisplayMessages',
  'NotifyEVChargingNeeds',
  'NotifyEVChargingSchedule',
  'NotifyEvent',
  'NotifyMonitoringReport',
  'NotifyReport',
  'PublishFirmwareStatusNotification',
  'ReportChargingProfiles',
  'ReservationStatusUpdate',
  'SecurityEventNotification',
  'SignCertificate',
  'StatusNotification',
  'TransactionEvent',
]
const FROM_STATIONS_21 = [
  ...FROM_STATIONS_201,
  'BatterySwap',
  'ClosePeriodicEventStream',
  'GetCertificateChainStatus',
  'NotifyDERAlarm',
  'NotifyDERStartStop',
  'NotifyPeriodicEventStream',
  'NotifyPriorityCharging',
  'NotifySettlement',
  'OpenPeriodicEventStream',
  'PullDynamicScheduleUpdate',
  'ReportDERControl',
  'VatNumberValidation',
]
export const FROM_STATIONS: Readonly<Record<Protocol, readonly string[]>> = {
  'ocpp1.6': FROM_STATIONS_16,
  'ocpp2.0.1': FROM_STATIONS_201,
  'ocpp2.1': FROM_STATIONS_21,
}

/** All that a version has, by the names of its schemas. */
export function officialActions(protocol: Protocol): string[] {
  const names = Object.keys(ADAPTERS[protocol].schemas)
  const requests = names.filter((name) => name.endsWith('Request')).map((name) => name.slice(0, -'Request'.length))
  return [...requests, ...names.filter((name) => !/(?:Request|Response)$/.test(name))]
}

/** What goes to stations: everything that does not come from them, and the one that goes both ways. */
export function toStations(protocol: Protocol): string[] {
  return officialActions(protocol).filter((action) => {
    return action === 'DataTransfer' || !FROM_STATIONS[protocol].includes(action)
  })
}

type Direction = 'from' | 'to'

interface Entry {
  readonly action: string
  readonly note: string
}

const official = (direction: Direction, protocol: Protocol) =>
  direction === 'from' ? FROM_STATIONS[protocol] : toStations(protocol)
const entries = (direction: Direction, protocol: Protocol): ReadonlyMap<string, Entry> =>
  direction === 'from' ? ADAPTERS[protocol].incoming : ADAPTERS[protocol].outgoing

/** The actions of a version that no file handles, or sends. */
export function missingActions(direction: Direction, protocol: Protocol): string[] {
  return official(direction, protocol).filter((action) => !entries(direction, protocol).has(action))
}

const TITLE: Readonly<Record<Protocol, string>> = { 'ocpp1.6': '1.6', 'ocpp2.0.1': '2.0.1', 'ocpp2.1': '2.1' }

/** One row an action, several where the versions do different things with it. */
function rows(direction: Direction): string[] {
  const actions = [...new Set(PROTOCOLS.flatMap((protocol) => official(direction, protocol)))].sort()
  return actions.flatMap((action) => {
    const noteOf = (protocol: Protocol) => {
      if (!official(direction, protocol).includes(action)) return null
      const { note = 'Missing' } = entries(direction, protocol).get(action) ?? {}
      return note.endsWith('.') ? note : `${note}.`
    }
    const notes = [...new Set(PROTOCOLS.map(noteOf))].filter((note) => note !== null)
    return notes.map((note) => {
      const versions = PROTOCOLS.map((protocol) => (noteOf(protocol) === note ? '×' : ''))
      return `| ${[action, ...versions, note].join(' | ')} |`
    })
  })
}

function table(direction: Direction): string {
  const versions = PROTOCOLS.map((protocol) => TITLE[protocol])
  return [
    `| Message | ${versions.join(' | ')} | What Chargehand does |`,
    `| --- |${versions.map(() => ' :-: |').join('')} --- |`,
    ...rows(direction),
  ].join('\n')
}

/** The text of docs/ocpp.md. */
export function ocppDocument(): string {
  const counted = (direction: Direction) =>
    PROTOCOLS.map((protocol) => {
      const all = official(direction, protocol).length
      return `${all - missingActions(direction, protocol).length} of ${all} in ${TITLE[protocol]}`
    }).join(', ')
  return `# OCPP messages

What Chargehand does with every message of OCPP 1.6 (JSON, with its security extension), 2.0.1 and 2.1. Made from the
code by \`npm run docs:ocpp\`; a test fails when it no longer is. × marks the versions that have the message.

A *notice* is kept as it came, on disk before the charger is answered, and is found on the charger's page and among the
events. What a private site has no use for, such as Plug & Charge with its online PKI or payment terminals, gets the
negative answer that its schema has, and is kept as a notice, too.

## From chargers

Handled: ${counted('from')}. A message that a version does not have is answered NotImplemented.

${table('from')}

## To chargers

Sent: ${counted('to')}.

${table('to')}
`
}
