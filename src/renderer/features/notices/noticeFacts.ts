import type { notices } from '@renderer/i18n/en/notices'
import type { Notice } from '@shared/contract/notices'

export type FactName = keyof typeof notices.fact

/** One thing that a message says, such as the status of a download. */
export interface NoticeFact {
  readonly name: FactName
  readonly value: string
}

/** What to read out of a message: a name, and the way to its value. */
type Reading = readonly [name: FactName, ...path: (string | number)[]]

interface Readings {
  readonly facts?: readonly Reading[]
  /** A list in the message, and what to read out of each of its parts. */
  readonly each?: { readonly list: string; readonly facts: readonly Reading[] }
}

const STATUS: Readings = {
  facts: [
    ['status', 'status'],
    ['reason', 'statusInfo', 'reasonCode'],
    ['detail', 'statusInfo', 'additionalInfo'],
  ],
}
const COMPONENT: readonly Reading[] = [
  ['component', 'component', 'name'],
  ['evse', 'component', 'evse', 'id'],
  ['variable', 'variable', 'name'],
]

/** Of a message that made no sense and is never answered. */
const PROBLEM: readonly Reading[] = [['problem', 'problem']]

/** What matters of each message to a person; the whole of it stands behind. */
const READINGS: Readonly<Record<string, Readings>> = {
  BootNotification: {
    facts: [
      ['reason', 'reason'],
      ['firmware', 'chargingStation', 'firmwareVersion'],
      ['firmware', 'firmwareVersion'],
      ['iccid', 'chargingStation', 'modem', 'iccid'],
      ['iccid', 'iccid'],
      ['meter', 'meterSerialNumber'],
    ],
  },
  FirmwareStatusNotification: STATUS,
  SignedFirmwareStatusNotification: STATUS,
  PublishFirmwareStatusNotification: STATUS,
  LogStatusNotification: STATUS,
  DiagnosticsStatusNotification: STATUS,
  NotifyEvent: {
    each: {
      list: 'eventData',
      facts: [...COMPONENT, ['value', 'actualValue'], ['reason', 'techCode'], ['detail', 'techInfo']],
    },
  },
  NotifyMonitoringReport: {
    each: { list: 'monitor', facts: [...COMPONENT, ['monitor', 'variableMonitoring', 0, 'type']] },
  },
  OpenPeriodicEventStream: {
    facts: [
      ['stream', 'constantStreamData', 'id'],
      ['monitor', 'constantStreamData', 'variableMonitoringId'],
    ],
  },
  ClosePeriodicEventStream: { facts: [['stream', 'id']] },
  NotifyPeriodicEventStream: { facts: [...PROBLEM, ['stream', 'id']], each: { list: 'data', facts: [['value', 'v']] } },
  NotifyChargingLimit: {
    facts: [
      ['source', 'chargingLimit', 'chargingLimitSource'],
      ['evse', 'evseId'],
      ['limit', 'chargingSchedule', 0, 'chargingSchedulePeriod', 0, 'limit'],
      ['unit', 'chargingSchedule', 0, 'chargingRateUnit'],
    ],
  },
  ClearedChargingLimit: {
    facts: [
      ['source', 'chargingLimitSource'],
      ['evse', 'evseId'],
    ],
  },
  NotifyEVChargingNeeds: {
    facts: [
      ['evse', 'evseId'],
      ['transfer', 'chargingNeeds', 'requestedEnergyTransfer'],
    ],
  },
  NotifyEVChargingSchedule: { facts: [['evse', 'evseId']] },
  ReportChargingProfiles: {
    facts: [
      ['source', 'chargingLimitSource'],
      ['evse', 'evseId'],
    ],
    each: {
      list: 'chargingProfile',
      facts: [
        ['profile', 'id'],
        ['purpose', 'chargingProfilePurpose'],
      ],
    },
  },
  PullDynamicScheduleUpdate: { facts: [['profile', 'chargingProfileId']] },
  NotifyPriorityCharging: {
    facts: [
      ['session', 'transactionId'],
      ['active', 'activated'],
    ],
  },
  NotifyDERAlarm: {
    facts: [
      ['control', 'controlType'],
      ['fault', 'gridEventFault'],
      ['ended', 'alarmEnded'],
      ['detail', 'extraInfo'],
    ],
  },
  NotifyDERStartStop: {
    facts: [
      ['control', 'controlId'],
      ['active', 'started'],
    ],
  },
  ReservationStatusUpdate: {
    facts: [
      ['reservation', 'reservationId'],
      ['status', 'reservationUpdateStatus'],
    ],
  },
  NotifyDisplayMessages: {
    each: {
      list: 'messageInfo',
      facts: [
        ['message', 'id'],
        ['text', 'message', 'content'],
      ],
    },
  },
  NotifyCustomerInformation: { facts: [['text', 'data']] },
  BatterySwap: {
    facts: [
      ['status', 'eventType'],
      ['card', 'idToken', 'idToken'],
    ],
    each: {
      list: 'batteryData',
      facts: [
        ['evse', 'evseId'],
        ['serial', 'serialNumber'],
        ['charge', 'soC'],
      ],
    },
  },
  NotifySettlement: {
    facts: [
      ['status', 'status'],
      ['amount', 'settlementAmount'],
      ['reference', 'pspRef'],
      ['detail', 'statusInfo'],
    ],
  },
  VatNumberValidation: { facts: [['vatNumber', 'vatNumber']] },
  Get15118EVCertificate: { facts: [['wanted', 'action']] },
  GetCertificateStatus: { facts: [['serial', 'ocspRequestData', 'serialNumber']] },
  GetCertificateChainStatus: {
    each: { list: 'certificateStatusRequests', facts: [['serial', 'certificateHashData', 'serialNumber']] },
  },
  Authorize: { facts: [['card', 'idToken', 'idToken']] },
  MeterValues: {
    facts: [
      ['evse', 'evseId'],
      ['connector', 'connectorId'],
    ],
    each: {
      list: 'meterValue',
      facts: [
        ['value', 'sampledValue', 0, 'value'],
        ['unit', 'sampledValue', 0, 'unit'],
        ['unit', 'sampledValue', 0, 'unitOfMeasure', 'unit'],
        ['measured', 'sampledValue', 0, 'measurand'],
      ],
    },
  },
  DataTransfer: {
    facts: [
      ['vendor', 'vendorId'],
      ['message', 'messageId'],
      ['text', 'data'],
    ],
  },
  CALLRESULTERROR: {
    facts: [
      ['answerTo', 'answerTo'],
      ['reason', 'code'],
      ['detail', 'description'],
    ],
  },
}

/** Parts of a list that are read out; how many more there are is said. */
const PARTS_SHOWN = 3

/** What a message says, line by line, and how many parts of its list are not among them. */
export interface NoticeLines {
  readonly lines: readonly (readonly NoticeFact[])[]
  readonly more: number
}

/** Reads the facts of a notice. Stations may send anything: what is not where it should be is left out. */
export function noticeLines({ action, payload }: Pick<Notice, 'action' | 'payload'>): NoticeLines {
  const { facts = [], each } = READINGS[action] ?? { facts: PROBLEM }
  const own = readFacts(payload, facts)
  const list = each ? reach(payload, [each.list]) : []
  const parts = Array.isArray(list) ? list : []
  const lines = parts.slice(0, PARTS_SHOWN).map((part) => readFacts(part, each?.facts ?? []))
  return {
    lines: [own, ...lines].filter((line) => line.length > 0),
    more: Math.max(0, parts.length - PARTS_SHOWN),
  }
}

function readFacts(value: unknown, readings: readonly Reading[]): NoticeFact[] {
  return readings.flatMap(([name, ...path]) => {
    const found = shown(reach(value, path))
    return found === '' ? [] : [{ name, value: found }]
  })
}

function reach(value: unknown, path: readonly (string | number)[]): unknown {
  let here = value
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined
    here = (here as Record<string | number, unknown>)[step]
  }
  return here
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
