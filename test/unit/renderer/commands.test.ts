import type { FormField, FormSpec, JsonSchema } from '@renderer/components/schemaForm'
import { answerFacts } from '@renderer/features/commands/answerFacts'
import { answerKey } from '@renderer/features/commands/answerKey'
import { checkInput } from '@renderer/features/commands/checkInput'
import { COMMAND_LOOK, standingOf } from '@renderer/features/commands/commandLook'
import { hitOf } from '@renderer/features/commands/hitsOf'
import { outcomePlace } from '@renderer/features/commands/outcomePlace'
import { protocolSpec } from '@renderer/features/commands/protocolSpec'
import { siteSpec } from '@renderer/features/commands/siteSpec'
import { spokenStatus, statusOf } from '@renderer/features/commands/statusOf'
import { setMeaning } from '@renderer/features/variables/setMeaning'
import { commands as words } from '@renderer/i18n/en/commands'
import { COMMANDS, STATION_COMMAND_NAMES, type StationCommandName } from '@shared/commands'
import { COMMAND_GROUPS } from '@shared/commands/command'
import { COMMAND_STATES, NOT_POSSIBLE, OUTCOMES, VERDICTS } from '@shared/commands/standing'
import type { Command } from '@shared/contract/commands'
import * as schemas201 from 'typed-ocpp/dist/ocpp20/schemas.js'
import { describe, expect, it } from 'vitest'

const command = (fields: Partial<Command>): Command => ({
  id: 1,
  stationId: 1,
  stationIdentity: 'CP_1',
  actor: 'console',
  name: 'reset',
  action: 'Reset',
  input: {},
  state: 'accepted',
  verdict: 'accepted',
  status: 'Accepted',
  reason: null,
  answer: null,
  outcome: null,
  latest: null,
  requestId: null,
  createdAt: 0,
  waitUntil: null,
  sentAt: null,
  answeredAt: null,
  ...fields,
})

/** Every field of a form with its name, those inside of others too. */
function everyField(spec: FormSpec): FormField[] {
  if (spec.kind === 'list') return everyField(spec.item)
  if (spec.kind !== 'group') return []
  return spec.fields.flatMap((field) => [field, ...everyField(field.spec)])
}

describe('the words of the commands', () => {
  it.each(STATION_COMMAND_NAMES)('%s has a name, a sentence, and words for its fields and choices', (name) => {
    expect(words.name).toHaveProperty([name])
    expect(words.about).toHaveProperty([name])
    for (const { name: field, spec } of everyField(siteSpec(name, 'ocpp2.1'))) {
      expect({ ...words.field, ...words.fieldOf }).toSatisfy(
        (known: object) => Object.hasOwn(known, field) || Object.hasOwn(known, `${name}.${field}`),
        `${name}.${field}`,
      )
      if (spec.kind !== 'choice' && spec.kind !== 'choices') continue
      for (const option of spec.options) expect(words.choice, `${field}: ${option}`).toHaveProperty([field, option])
    }
  })
  it('say every state, group and reason', () => {
    for (const group of COMMAND_GROUPS) expect(words.group).toHaveProperty(group)
    for (const reason of NOT_POSSIBLE) expect(words.notPossible).toHaveProperty(reason)
    for (const state of COMMAND_STATES) {
      expect(words.state).toHaveProperty(state)
      expect(words.answer).toHaveProperty(answerKey(command({ state, verdict: null, status: null })))
    }
    for (const verdict of VERDICTS) expect(words.answer).toHaveProperty(verdict)
  })
})

describe('what became of a command', () => {
  it.each([
    [{ action: 'Reset', status: 'Scheduled', verdict: 'scheduled' }, 'resetScheduled'],
    [{ action: 'ChangeAvailability', status: 'Scheduled', verdict: 'scheduled' }, 'availabilityScheduled'],
    [{ action: 'UnlockConnector', status: 'UnlockFailed', state: 'refused', verdict: 'refused' }, 'unlockFailed'],
    [{ action: 'RequestStartTransaction', status: 'Rejected', state: 'refused', verdict: 'refused' }, 'startRefused'],
    [{ action: 'Unheard', status: 'Whatever', state: 'refused', verdict: 'unsupported' }, 'unsupported'],
    [{ action: 'ClearChargingProfile', status: 'Unknown' }, 'limitNone'],
    [{ action: 'ClearDisplayMessage', status: 'Unknown' }, 'messageUnknown'],
    [{ action: 'ClearTariffs', status: '1/1', answer: { clearTariffsResult: [{ status: 'NoTariff' }] } }, 'tariffNone'],
    [
      { action: 'ClearVariableMonitoring', answer: { clearMonitoringResult: [{ id: 3, status: 'NotFound' }] } },
      'monitorNone',
    ],
    [{ action: 'DeleteCertificate', status: 'NotFound' }, 'certificateNotFound'],
    [{ action: 'SetMonitoringBase', status: 'EmptyResultSet' }, 'monitorsNone'],
    [{ action: 'GetDERControl', status: 'NotFound' }, 'derNone'],
    [{ action: 'UnpublishFirmware', status: 'NoFirmware' }, 'firmwareNone'],
    [{ action: 'CancelReservation', status: 'Rejected', state: 'refused', verdict: 'refused' }, 'reservationUnknown'],
    [{ action: 'Unheard', status: null, verdict: 'partly' }, 'partly'],
    [{ action: 'GetBaseReport', outcome: 'running' }, 'reportAccepted'],
    [{ action: 'GetBaseReport', outcome: 'succeeded' }, 'reportDone'],
    [{ action: 'GetLog', outcome: 'failed' }, 'logAccepted'],
    [{ action: 'GetLocalListVersion', status: '7', answer: { versionNumber: 7 } }, 'told'],
    [{ action: 'GetTransactionStatus', status: '', answer: { messagesInQueue: false } }, 'told'],
    [{ action: 'GetCompositeSchedule', status: 'Rejected', state: 'refused', verdict: 'refused' }, 'refused'],
    [{ state: 'failed', verdict: null, status: 'NotImplemented' }, 'failedNotKnown'],
    [{ state: 'failed', verdict: null, status: 'OccurenceConstraintViolation' }, 'failedPayload'],
    [{ state: 'failed', verdict: null, status: 'SomethingElse' }, 'failed'],
    [{ state: 'failed', verdict: null, status: null }, 'failedUnreadable'],
    [{ state: 'waiting', verdict: null, status: null, waitUntil: 5 }, 'waitingUntil'],
    [{ state: 'waiting', verdict: null, status: null }, 'waiting'],
    [{ state: 'unknown', verdict: null, status: null }, 'unknown'],
  ] satisfies [Partial<Command>, string][])('%j is said by “%s”', (fields, key) => {
    expect(answerKey(command(fields))).toBe(key)
  })

  it('takes the word of all results, and the whole’s word when they differ', () => {
    const of = (...statuses: string[]) => ({
      setVariableResult: statuses.map((attributeStatus) => ({ attributeStatus })),
    })
    expect(statusOf({ status: '1/1', answer: of('RebootRequired') })).toBe('RebootRequired')
    expect(statusOf({ status: '0/2', answer: of('Rejected', 'Rejected') })).toBe('Rejected')
    expect(statusOf({ status: '1/2', answer: of('Accepted', 'Rejected') })).toBe('1/2')
    expect(statusOf({ status: '2/2', answer: [{ status: 'Unknown' }, { status: 'Unknown' }] })).toBe('Unknown')
    expect(statusOf({ status: '1/2', answer: [{ status: 'Unknown' }, null] })).toBe('1/2')
    expect(statusOf({ status: '7', answer: { versionNumber: 7 } })).toBe('7')
    expect(statusOf({ status: 'Accepted', answer: null })).toBe('Accepted')
    expect(spokenStatus({ status: '7', answer: { versionNumber: 7 } })).toBeNull()
    expect(spokenStatus({ status: '', answer: { messagesInQueue: false } })).toBeNull()
    expect(spokenStatus({ status: '1/2', answer: of('Accepted', 'Rejected') })).toBe('1/2')
    expect(answerKey(command({ action: 'SetVariables', status: '1/1', answer: of('RebootRequired') }))).toBe(
      'setReboot',
    )
  })

  it('a value is only said to be changed when the station accepted it', () => {
    const meaning = (fields: Partial<Command>) => setMeaning(command(fields))
    expect(meaning({ status: 'Accepted' })).toBe('accepted')
    expect(meaning({ status: 'RebootRequired', verdict: 'scheduled' })).toBe('reboot')
    expect(meaning({ state: 'sent', status: null })).toBe('sending')
    expect(meaning({ state: 'unknown', status: null })).toBe('unknown')
    expect(meaning({ state: 'refused', status: 'Rejected' })).toBe('rejected')
    expect(meaning({ state: 'refused', status: 'Strange' })).toBe('other')
    expect(meaning({ state: 'offline', status: null })).toBe('notSent')
  })

  it('shows for what takes time how it goes on after the answer', () => {
    expect(standingOf({ state: 'accepted', verdict: 'accepted', outcome: null })).toBe('accepted')
    expect(standingOf({ state: 'accepted', verdict: 'scheduled', outcome: null })).toBe('scheduled')
    expect(standingOf({ state: 'refused', verdict: 'unsupported', outcome: null })).toBe('unsupported')
    for (const outcome of OUTCOMES) {
      expect(COMMAND_LOOK).toHaveProperty(standingOf({ state: 'accepted', verdict: 'accepted', outcome }))
    }
    expect(standingOf({ state: 'refused', verdict: 'refused', outcome: 'running' })).toBe('refused')
  })
})

describe('what an answer says beside its status', () => {
  it('is read out of either version’s message', () => {
    const period = { startPeriod: 60, limit: 16, numberPhases: 3 }
    const schedule = { chargingRateUnit: 'A', chargingSchedulePeriod: [period] }
    const start = '2026-01-02T03:04:05Z'
    const limit = { kind: 'limit', at: Date.parse(start) + 60_000, limit: 16, unit: 'A', phases: 3 }
    const composite = (answer: unknown) => answerFacts({ action: 'GetCompositeSchedule', answer })
    expect(composite({ status: 'Accepted', scheduleStart: start, chargingSchedule: schedule })).toEqual([limit])
    expect(composite({ status: 'Accepted', schedule: { ...schedule, scheduleStart: start } })).toEqual([limit])
    expect(composite({ status: 'Accepted', chargingSchedule: schedule })).toEqual([{ ...limit, at: null }])

    const version = (answer: unknown) => answerFacts({ action: 'GetLocalListVersion', answer })
    expect(version({ listVersion: -1 })).toEqual([{ kind: 'list-version', version: -1 }])
    expect(version({ versionNumber: 7 })).toEqual([{ kind: 'list-version', version: 7 }])

    const hashes = { hashAlgorithm: 'SHA256', issuerNameHash: 'aa', issuerKeyHash: 'bb', serialNumber: '01' }
    const told = { kind: 'certificate', serial: '01', algorithm: 'SHA256', nameHash: 'aa', keyHash: 'bb' }
    const installed = (answer: unknown) => answerFacts({ action: 'GetInstalledCertificateIds', answer })
    expect(installed({ certificateHashData: [hashes] })).toEqual([told])
    expect(installed({ certificateHashDataChain: [{ certificateHashData: hashes }] })).toEqual([told])
  })

  it('names each value that was asked for, over several messages too', () => {
    const result = (name: string, more: object) => ({
      getVariableResult: [{ component: { name: 'Ctrlr', instance: 'x' }, variable: { name }, ...more }],
    })
    const read = result('Interval', { attributeStatus: 'Accepted', attributeValue: '60' })
    const refused = result('Secret', { attributeStatus: 'Rejected' })
    expect(answerFacts({ action: 'GetVariables', answer: [read, refused] })).toEqual([
      { kind: 'value', name: 'Ctrlr [x].Interval', value: '60' },
      { kind: 'value', name: 'Ctrlr [x].Secret', value: 'Rejected' },
    ])
    const keys = { configurationKey: [{ key: 'Known', value: '1' }, { key: 'Empty' }], unknownKey: ['Other'] }
    expect(answerFacts({ action: 'GetConfiguration', answer: keys })).toEqual([
      { kind: 'value', name: 'Known', value: '1' },
      { kind: 'value', name: 'Empty', value: null },
      { kind: 'unknown-key', name: 'Other' },
    ])
  })

  it('tells whether a session still runs, and what a vendor sends back', () => {
    expect(
      answerFacts({ action: 'GetTransactionStatus', answer: { ongoingIndicator: false, messagesInQueue: true } }),
    ).toEqual([
      { kind: 'ongoing', ongoing: false },
      { kind: 'queue', waiting: true },
    ])
    expect(answerFacts({ action: 'DataTransfer', answer: { status: 'Accepted', data: { a: 1 } } })).toEqual([
      { kind: 'data', text: '{"a":1}' },
    ])
  })

  it('is nothing for an answer that has no more, or that is not as it should be', () => {
    expect(answerFacts({ action: 'Reset', answer: { status: 'Accepted' } })).toEqual([])
    expect(answerFacts({ action: 'GetVariables', answer: null })).toEqual([])
    for (const answer of ['text', 5, [], { schedule: 'none' }, { getVariableResult: [{}] }, { configurationKey: 1 }]) {
      for (const action of ['GetVariables', 'GetConfiguration', 'GetCompositeSchedule', 'GetLocalListVersion']) {
        expect(answerFacts({ action, answer })).toEqual([])
      }
    }
  })

  it('is found on another tab when all of it has come', () => {
    expect(outcomePlace({ action: 'GetLog', state: 'accepted', outcome: 'succeeded' })).toBe('files')
    expect(outcomePlace({ action: 'GetLog', state: 'accepted', outcome: 'running' })).toBeNull()
    expect(outcomePlace({ action: 'GetConfiguration', state: 'accepted', outcome: null })).toBe('configuration')
    expect(outcomePlace({ action: 'Reset', state: 'accepted', outcome: null })).toBeNull()
  })
})

describe('the form of a command in OCPP 1.6', () => {
  const fields = (name: StationCommandName, protocol: 'ocpp1.6' | 'ocpp2.0.1') =>
    everyField(siteSpec(name, protocol)).map(({ name: field, required }) => `${field}${required ? '!' : ''}`)

  it('asks for the names of keys, which have no component, where 2.x asks for the component, too', () => {
    expect(fields('read-variables', 'ocpp1.6')).toEqual(['variables!', 'variable!'])
    expect(fields('set-variables', 'ocpp1.6')).toEqual(['variables!', 'variable!', 'value!'])
    expect(fields('report-variables', 'ocpp1.6')).toEqual([])
    expect(fields('read-variables', 'ocpp2.0.1')).toContain('component!')
    expect(fields('report-selected', 'ocpp2.0.1')).toContain('component!')
  })

  it('asks for a card to start a session, and for no EVSE to restart', () => {
    expect(fields('start-session', 'ocpp1.6')).toEqual(['evseId', 'cardId!'])
    expect(fields('start-session', 'ocpp2.0.1')).toEqual(['evseId', 'cardId'])
    expect(fields('reset', 'ocpp1.6')).toEqual(['when!'])
    expect(fields('reset', 'ocpp2.0.1')).toEqual(['when!', 'evseId'])
  })
})

describe('what a disruptive command hits', () => {
  it('depends on how its form is filled in', () => {
    expect(hitOf('reset', { when: 'now', evseId: '2' })).toEqual({ key: 'reset.now', sessions: 'end', evseId: 2 })
    expect(hitOf('reset', { when: 'when-idle', evseId: '' })).toMatchObject({ sessions: 'stay', evseId: null })
    expect(hitOf('set-availability', { available: true })).toBeNull()
    expect(hitOf('set-availability', { available: false })).toMatchObject({ key: 'set-availability' })
    expect(hitOf('customer-information', { clear: false })).toBeNull()
    expect(hitOf(null, {})).toMatchObject({ key: 'other' })
  })
  it('is said for every disruptive command', () => {
    for (const name of STATION_COMMAND_NAMES) {
      if (!COMMANDS[name].disruptive) continue
      const hit = hitOf(name, { clear: true })
      expect(words.hits, name).toHaveProperty([hit?.key ?? 'none'])
      expect(hit?.key, name).not.toBe('other')
    }
  })
})

describe('rules between fields', () => {
  it('are told at the field they are about', () => {
    const problems = checkInput('customer-information', { report: true, clear: false })
    expect([...problems]).toEqual([['/cardId', { key: 'conflict' }]])
    expect(checkInput('customer-information', { cardId: 1 }).size).toBe(0)
    expect(checkInput('send-local-list', {}).size).toBe(0)
  })
})

describe('forms of the protocol', () => {
  const spec = protocolSpec(schemas201.SetChargingProfileRequest as unknown as JsonSchema)
  it('offer the EVSEs of the station, at any depth', () => {
    const fields = everyField(protocolSpec(schemas201.GetReportRequest as unknown as JsonSchema))
    expect(fields.find(({ name }) => name === 'connectorId')?.spec).toMatchObject({ field: 'connector' })
    expect(everyField(spec).find(({ name }) => name === 'evseId')?.spec).toMatchObject({ field: 'evse' })
  })
  it('leave the number of the request to the site', () => {
    const fields = everyField(protocolSpec(schemas201.GetBaseReportRequest as unknown as JsonSchema))
    expect(fields.map(({ name, required }) => [name, required])).toEqual([
      ['requestId', false],
      ['reportBase', true],
      ['customData', false],
    ])
  })
})
