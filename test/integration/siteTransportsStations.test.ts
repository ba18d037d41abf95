import { describe, expect, it } from 'vitest'
import { programOnTransport } from '../support/programOnTransport'
import { bootOf, RawCharger } from '../support/rawCharger'
import { TRANSPORTS } from '../support/transports'

// What stations tell and are told, over every way to the site: the shapes come through, and the typed faults.
describe.each(TRANSPORTS)('a site with a station %s', (_name, open) => {
  const at = programOnTransport(open)

  const arrive = async () => {
    await at.setUp()
    const { stationId } = await at.client.stations.register({ identity: 'CP_1' })
    const charger = await RawCharger.connect(at.url, 'CP_1', 'ocpp2.0.1')
    await charger.ask('BootNotification', bootOf('ocpp2.0.1'))
    return { stationId, charger }
  }

  it('offers what the station can be told, sends it, and shows what came of it', async () => {
    const { stationId, charger } = await arrive()
    const { commands } = at.client
    const catalogue = await commands.catalogue({ stationId })
    expect(catalogue).toMatchObject({ protocol: 'ocpp2.0.1' })
    expect(catalogue.commands.map(({ name }) => name)).toContain('clear-cache')
    const { kind } = await commands.form({ stationId, action: 'Reset' })
    expect(kind).toBe('form')
    expect(await commands.form({ stationId, action: 'Nonsense' })).toEqual({
      kind: 'not-possible',
      reason: 'not-in-version',
    })

    const open = await commands.watchOpen()
    expect(await open.next()).toMatchObject({ value: { type: 'snapshot', entries: [] } })
    const sent = await commands.send({ stationId, command: { name: 'clear-cache', input: {} } })
    if (sent.kind !== 'sent') throw new Error(sent.kind)
    const { id: commandId } = sent.command
    expect(await open.next()).toMatchObject({ value: { type: 'changes', changed: [{ id: commandId }] } })
    expect(await charger.obey({ status: 'Accepted' })).toEqual({ action: 'ClearCache', payload: {} })
    await expect.poll(async () => (await commands.get({ commandId })).command.state).toBe('accepted')
    expect(await commands.find({ stationId, state: 'accepted' })).toMatchObject({ entries: [{ id: commandId }] })
    expect(await commands.cancel({ commandId })).toMatchObject({ kind: 'too-late' })
    await open.return?.(undefined)

    expect(await commands.sendAction({ stationId, action: 'Reset', payload: { type: 'Soon' } })).toMatchObject({
      kind: 'invalid',
      problems: [{ path: '/type' }],
    })
    await expect(commands.get({ commandId: 999 })).rejects.toMatchObject({ code: 'UNKNOWN_COMMAND', status: 404 })
  })

  it('shows what the station told', async () => {
    const { stationId, charger } = await arrive()
    await charger.ask('NotifyReport', {
      requestId: 1,
      generatedAt: '2026-01-01T00:00:00Z',
      seqNo: 0,
      reportData: [
        {
          component: { name: 'OCPPCommCtrlr' },
          variable: { name: 'HeartbeatInterval' },
          variableAttribute: [{ value: '300' }],
          variableCharacteristics: { dataType: 'integer', supportsMonitoring: false },
        },
      ],
    })
    const { variables, notices } = at.client
    const found = await variables.find({ stationId, search: 'heartbeat' })
    expect(found).toMatchObject({ total: 1, entries: [{ variable: 'HeartbeatInterval', value: '300' }] })
    const variableId = found.entries[0]?.id ?? 0
    expect(await variables.get({ variableId })).toMatchObject({ variable: { component: 'OCPPCommCtrlr' } })
    expect(await variables.get({ variableId: 999 })).toEqual({ variable: null })
    expect(await variables.reports({ stationId })).toMatchObject({ counts: { known: 1 } })
    await expect(variables.reports({ stationId: 999 })).rejects.toMatchObject({ code: 'UNKNOWN_STATION', status: 404 })

    await charger.ask('DataTransfer', { vendorId: 'org.example', data: 'hello' })
    const find = () => notices.find({ stationId, topic: 'vendor' })
    await expect.poll(find).toMatchObject({ entries: [{ action: 'DataTransfer', payload: { data: 'hello' } }] })
    const told = await find()
    const noticeId = told.entries[0]?.id ?? 0
    expect(await notices.get({ noticeId })).toEqual({ notice: told.entries[0] })
    expect(await notices.get({ noticeId: 999 })).toEqual({ notice: null })
  })

  it('shows how the station departs from its specification, and what of it is accepted', async () => {
    const { stationId, charger } = await arrive()
    const { tolerance } = at.client
    await charger.ask('Heartbeat', { x: 1 })
    expect(await tolerance.get({ stationId })).toMatchObject({
      strict: false,
      sighted: [{ quirk: 'extra-field', place: 'Heartbeat/x', times: 1 }],
      refused: [],
    })
    expect(await tolerance.setAccepted({ stationId, quirk: 'extra-field', accepted: false })).toEqual({ kind: 'saved' })
    expect((await charger.call('Heartbeat', { x: 1 }))[0]).toBe(4)
    expect(await tolerance.setStrict({ stationId, strict: true })).toEqual({ kind: 'saved' })
    expect(await tolerance.get({ stationId })).toMatchObject({ strict: true, refused: ['extra-field'] })
    await expect(tolerance.get({ stationId: 999 })).rejects.toMatchObject({ code: 'UNKNOWN_STATION', status: 404 })
  })

  it('shows what a session was made from, settles it and writes it out', async () => {
    const { stationId, charger } = await arrive()
    const { sessions } = at.client
    const event = (eventType: string, seqNo: number, value: number) => {
      const timestamp = new Date(Date.UTC(2026, 0, 1, 10, seqNo)).toISOString()
      return charger.ask('TransactionEvent', {
        eventType,
        seqNo,
        timestamp,
        triggerReason: 'MeterValuePeriodic',
        transactionInfo: { transactionId: 'tx-1' },
        evse: { id: 1, connectorId: 1 },
        meterValue: [{ timestamp, sampledValue: [{ value }] }],
      })
    }
    const running = await sessions.watchRunning()
    expect(await running.next()).toMatchObject({ value: { type: 'snapshot', entries: [] } })
    await event('Started', 0, 1_000)
    expect(await running.next()).toMatchObject({ value: { type: 'changes', changed: [{ transactionId: 'tx-1' }] } })
    await running.return?.(undefined)
    // One is lost on the way.
    await event('Ended', 2, 3_000)
    expect((await charger.call('TransactionEvent', { eventType: 'Begun' }))[0]).toBe(4)

    const [session] = (await sessions.find({ stationId, unsettled: true })).entries
    const sessionId = session?.id ?? 0
    expect(session).toMatchObject({ transactionId: 'tx-1', state: 'ended', energyWh: 2_000, unsettled: true })
    expect(await sessions.get({ sessionId })).toMatchObject({ session: { id: sessionId } })
    expect(await sessions.reconciliation({ sessionId })).toMatchObject({ missing: [{ from: 1, to: 1 }] })
    expect(await sessions.rawEvents({ sessionId })).toMatchObject({ entries: [{ seqNo: 2 }, { seqNo: 0 }] })
    expect(await sessions.notUnderstood({ stationId })).toMatchObject({ entries: [{ action: 'TransactionEvent' }] })
    expect((await sessions.samples({ sessionId })).series).toMatchObject([
      { measurand: 'Energy.Active.Import.Register', points: [{ value: 1_000 }, { value: 3_000 }] },
    ])
    expect(await sessions.signed({ sessionId })).toEqual([])

    const decision = { kind: 'corrected', reason: 'read on site', energyWh: 2_500, endedAt: null } as const
    expect(await sessions.settle({ sessionId, decision })).toEqual({ kind: 'settled' })
    expect(await sessions.settle({ sessionId: 999, decision }).catch((error) => error.code)).toBe('UNKNOWN_SESSION')
    const textOf = async (parts: AsyncIterable<{ text: string }>) => {
      let text = ''
      for await (const part of parts) text += part.text
      return text.trimEnd().split('\r\n')
    }
    const table = await textOf(await sessions.export({ stationId, separator: 'semicolon' }))
    expect(table).toEqual([expect.stringContaining(';'), expect.stringContaining(';2500;')])
    expect(await textOf(await sessions.exportReadings({ sessionId }))).toHaveLength(3)
    expect(await sessions.unsettle({ sessionId })).toEqual({ kind: 'unsettled' })
    expect(await sessions.unsettle({ sessionId })).toEqual({ kind: 'was-not-settled' })
  })
})
