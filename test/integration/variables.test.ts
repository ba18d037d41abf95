import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../support/eventually'
import { bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

async function admitted(protocol: 'ocpp1.6' | 'ocpp2.0.1' | 'ocpp2.1') {
  const registered = await site.client.stations.register({ identity: 'CP_1' })
  const charger = await RawCharger.connect(site.url, 'CP_1', protocol)
  await charger.ask('BootNotification', bootOf(protocol))
  return { charger, stationId: registered.stationId }
}

const table = async (stationId: number) => {
  const { entries } = await site.client.variables.find({ stationId })
  return Object.fromEntries(entries.map(({ variable, value, difference }) => [variable, [value, difference]]))
}

const entry = (name: string, value: string | undefined, mutability?: string) => ({
  component: { name: 'Ctrlr', evse: { id: 1 } },
  variable: { name },
  variableAttribute: [{ ...(value === undefined ? {} : { value }), ...(mutability ? { mutability } : {}) }],
  variableCharacteristics: {
    dataType: 'integer',
    unit: 's',
    minLimit: 1,
    maxLimit: 600,
    supportsMonitoring: false,
  },
})

describe.each(['ocpp2.0.1', 'ocpp2.1'] as const)('a report of %s', (protocol) => {
  /** Asks for everything, as the console does; the charger answers and gives the number of the request. */
  async function ask(charger: RawCharger, stationId: number) {
    const sent = await site.client.commands.send({
      stationId,
      command: { name: 'report-variables', input: { report: 'full' } },
    })
    const { action, payload } = await charger.obey({ status: 'Accepted' })
    expect(action).toBe('GetBaseReport')
    return { sent, requestId: Number(payload.requestId) }
  }
  const part = (charger: RawCharger, requestId: number, seqNo: number, tbc: boolean, reportData: object[]) =>
    charger.ask('NotifyReport', { requestId, generatedAt: new Date().toISOString(), seqNo, tbc, reportData })

  test('comes in parts, is on disk when each is answered, and is the progress of the command', async () => {
    const { charger, stationId } = await admitted(protocol)
    const { sent, requestId } = await ask(charger, stationId)
    expect(await part(charger, requestId, 0, true, [entry('A', '10'), entry('Pin', 'hush', 'WriteOnly')])).toEqual({})
    expect(await site.client.variables.reports({ stationId })).toMatchObject({
      newest: { state: 'coming', scope: 'full', parts: 1 },
      full: null,
    })
    await part(charger, requestId, 1, false, [entry('B', '20'), entry('BasicAuthPassword', 'hush')])
    site = await site.restart()

    expect(await table(stationId)).toEqual({
      A: ['10', 'same'],
      B: ['20', 'same'],
      Pin: [null, 'same'],
      BasicAuthPassword: [null, 'same'],
    })
    const { entries } = await site.client.variables.find({ stationId, search: 'A' })
    expect(entries[0]).toMatchObject({
      component: 'Ctrlr',
      evseId: 1,
      connectorId: null,
      dataType: 'integer',
      unit: 's',
      min: 1,
      max: 600,
      mutability: 'ReadWrite',
    })
    if (!('command' in sent)) throw new Error(sent.kind)
    const { command, progress } = await site.client.commands.get({ commandId: sent.command.id })
    expect(command).toMatchObject({ state: 'accepted', outcome: 'succeeded' })
    expect(progress.map(({ status, detail }) => [status, detail])).toEqual([
      ['Receiving', '1'],
      ['Complete', '2'],
    ])
  })

  test('is compared with the one before', async () => {
    const { charger, stationId } = await admitted(protocol)
    const first = await ask(charger, stationId)
    await part(charger, first.requestId, 0, false, [entry('A', '10'), entry('B', '20'), entry('C', '30')])
    const second = await ask(charger, stationId)
    await part(charger, second.requestId, 0, false, [entry('A', '11'), entry('B', '20'), entry('D', '40')])
    expect(await table(stationId)).toEqual({
      A: ['11', 'changed'],
      B: ['20', 'same'],
      C: ['30', 'gone'],
      D: ['40', 'new'],
    })
  })

  test('that lost a part ends as failed, and nothing is said to be gone', async () => {
    const { charger, stationId } = await admitted(protocol)
    const first = await ask(charger, stationId)
    await part(charger, first.requestId, 0, false, [entry('A', '10'), entry('B', '20')])
    const { sent, requestId } = await ask(charger, stationId)
    await part(charger, requestId, 0, true, [entry('A', '10')])
    await part(charger, requestId, 2, false, [])
    expect(await table(stationId)).toMatchObject({ B: ['20', 'same'] })
    if (!('command' in sent)) throw new Error(sent.kind)
    expect((await site.client.commands.get({ commandId: sent.command.id })).command.outcome).toBe('failed')
  })

  test('a value that is read or accepted is entered, one that is refused is not', async () => {
    const { charger, stationId } = await admitted(protocol)
    const name = { component: 'Ctrlr', variable: 'A' }
    const wire = { component: { name: 'Ctrlr' }, variable: { name: 'A' } }
    const read = { name: 'read-variables' as const, input: { variables: [name] } }
    const set = (value: string) => ({ name: 'set-variables' as const, input: { variables: [{ ...name, value }] } })

    await site.client.commands.send({ stationId, command: read })
    await charger.obey({ getVariableResult: [{ ...wire, attributeStatus: 'Accepted', attributeValue: '1' }] })
    await eventually(async () => expect(await table(stationId)).toEqual({ A: ['1', 'same'] }))

    const refused = await site.client.commands.send({ stationId, command: set('2') })
    await charger.obey({ setVariableResult: [{ ...wire, attributeStatus: 'Rejected' }] })
    if (!('command' in refused)) throw new Error(refused.kind)
    await eventually(async () => {
      const { command } = await site.client.commands.get({ commandId: refused.command.id })
      expect(command.state).toBe('refused')
    })
    expect(await table(stationId)).toEqual({ A: ['1', 'same'] })
  })
})

describe('1.6', () => {
  test('all keys of one answer are a full report', async () => {
    const { charger, stationId } = await admitted('ocpp1.6')
    const readAll = async (configurationKey: object[]) => {
      const before = (await site.client.variables.reports({ stationId })).newest?.id ?? 0
      await site.client.commands.send({ stationId, command: { name: 'report-variables', input: {} } })
      expect((await charger.obey({ configurationKey })).action).toBe('GetConfiguration')
      await eventually(async () => {
        expect((await site.client.variables.reports({ stationId })).full?.id ?? 0).toBeGreaterThan(before)
      })
    }
    await readAll([
      { key: 'HeartbeatInterval', readonly: false, value: '300' },
      { key: 'NumberOfConnectors', readonly: true, value: '2' },
      { key: 'AuthorizationKey', readonly: false, value: 'hush-hush-hush-hush' },
    ])
    await readAll([{ key: 'HeartbeatInterval', readonly: false, value: '600' }])
    expect(await table(stationId)).toEqual({
      HeartbeatInterval: ['600', 'changed'],
      NumberOfConnectors: ['2', 'gone'],
      AuthorizationKey: [null, 'gone'],
    })
    const { entries } = await site.client.variables.find({ stationId, writable: true })
    expect(entries.map(({ variable, component }) => [component, variable])).toEqual([
      ['', 'AuthorizationKey'],
      ['', 'HeartbeatInterval'],
    ])
  })
})

test('an unknown station is a fault, an unknown variable none', async () => {
  await expect(site.client.variables.find({ stationId: 99 })).rejects.toMatchObject({ code: 'UNKNOWN_STATION' })
  await expect(site.client.variables.reports({ stationId: 99 })).rejects.toMatchObject({ code: 'UNKNOWN_STATION' })
  expect(await site.client.variables.get({ variableId: 99 })).toEqual({ variable: null })
})
