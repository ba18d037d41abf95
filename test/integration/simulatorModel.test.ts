import { describe, expect, test } from 'vitest'
import { friendlyCharger } from '../support/friendlyCharger'
import { openFriendlyServer, type ReceivedCall } from '../support/rawServer'
import { TestCa } from '../support/testCa'

const at = friendlyCharger()
const card = { value: 'AA12345', type: 'ISO14443' } as const
const command = async (action: string, payload: object) => (await at.server.command(action, payload))[2]

interface Report {
  readonly requestId: number
  readonly seqNo: number
  readonly tbc: boolean
  readonly reportData?: readonly {
    readonly component: { readonly name: string }
    readonly variable: { readonly name: string }
    readonly variableAttribute: readonly { readonly value?: string; readonly mutability: string }[]
  }[]
}

const reports = () => at.server.of('NotifyReport').map(({ payload }) => payload as unknown as Report)
const lastReport = () => at.server.untilTrue(() => reports().at(-1)?.tbc === false)

describe('the device model', () => {
  test('a full report comes in parts, in order, with passwords left out', async () => {
    await at.ready({ evses: 2 })
    expect(await command('GetBaseReport', { requestId: 3, reportBase: 'FullInventory' })).toEqual({
      status: 'Accepted',
    })
    await lastReport()
    const all = reports()
    expect(all.length).toBeGreaterThan(2)
    expect(all.map(({ requestId, seqNo, tbc }) => [requestId, seqNo, tbc])).toEqual(
      all.map((_, index) => [3, index, index < all.length - 1]),
    )
    const items = all.flatMap(({ reportData = [] }) => reportData)
    const find = (component: string, variable: string) =>
      items.find((one) => one.component.name === component && one.variable.name === variable)?.variableAttribute[0]
    expect(find('ChargingStation', 'Model')).toMatchObject({ value: 'Virtual charger', mutability: 'ReadOnly' })
    expect(find('SecurityCtrlr', 'BasicAuthPassword')).toEqual(
      expect.not.objectContaining({ value: expect.anything() }),
    )
    expect(find('SampledDataCtrlr', 'TxUpdatedInterval')).toMatchObject({ value: '60', mutability: 'ReadWrite' })
  })

  test('a report of some variables, or of none', async () => {
    await at.ready({ evses: 2 })
    const componentVariable = [{ component: { name: 'EVSE', evse: { id: 2 } }, variable: { name: 'power' } }]
    await command('GetReport', { requestId: 1, componentVariable })
    await lastReport()
    expect(reports().flatMap(({ reportData = [] }) => reportData)).toMatchObject([
      { component: { name: 'EVSE', evse: { id: 2 } }, variable: { name: 'Power' } },
    ])
    const problem = { requestId: 2, componentCriteria: ['Problem'] }
    expect(await command('GetReport', problem)).toEqual({ status: 'EmptyResultSet' })
    at.charger.fault(1)
    expect(await command('GetReport', problem)).toEqual({ status: 'Accepted' })
  })

  test('a new place to connect to is used after a reset', async () => {
    await at.ready()
    const elsewhere = await openFriendlyServer()
    try {
      const connectionData = {
        ocppVersion: 'OCPP20',
        ocppTransport: 'JSON',
        ocppInterface: 'Wired0',
        messageTimeout: 30,
        ocppCsmsUrl: elsewhere.url,
        securityProfile: 1,
      }
      const priority = (attributeValue: string) =>
        command('SetVariables', {
          setVariableData: [
            {
              component: { name: 'OCPPCommCtrlr' },
              variable: { name: 'NetworkConfigurationPriority' },
              attributeValue,
            },
          ],
        })
      expect(await priority('2,1')).toMatchObject({ setVariableResult: [{ attributeStatus: 'Rejected' }] })
      expect(
        await command('SetNetworkProfile', {
          configurationSlot: 2,
          connectionData: { ...connectionData, securityProfile: 0 },
        }),
      ).toMatchObject({ status: 'Rejected' })
      expect(await command('SetNetworkProfile', { configurationSlot: 2, connectionData })).toEqual({
        status: 'Accepted',
      })
      expect(await priority('2,1')).toMatchObject({ setVariableResult: [{ attributeStatus: 'Accepted' }] })
      await command('Reset', { type: 'OnIdle' })
      await elsewhere.until('BootNotification')
      await at.charger.waitFor('ready', undefined, { from: 'history' })
    } finally {
      await at.charger.stop()
      await elsewhere.close()
    }
  })
})

describe('monitoring', () => {
  const powerOf = (id: number) => ({ component: { name: 'EVSE', evse: { id } }, variable: { name: 'Power' } })

  test('a threshold is told when it is crossed, both ways', async () => {
    await at.ready({ speed: 60, meterIntervalSeconds: 5 })
    const data = { ...powerOf(1), type: 'UpperThreshold', value: 5000, severity: 4 }
    expect(await command('SetVariableMonitoring', { setMonitoringData: [data] })).toMatchObject({
      setMonitoringResult: [{ status: 'Accepted', id: 1 }],
    })
    expect(await command('SetVariableMonitoring', { setMonitoringData: [data] })).toMatchObject({
      setMonitoringResult: [{ status: 'Duplicate' }],
    })
    await at.charger.presentCard(1, card)
    await at.server.until('NotifyEvent')
    await at.charger.stopSession(1)
    const events = await at.server.until('NotifyEvent', 2)
    expect(events.map(({ payload }) => (payload.eventData as object[])[0])).toMatchObject([
      { trigger: 'Alerting', variableMonitoringId: 1, eventNotificationType: 'CustomMonitor' },
      { trigger: 'Alerting', cleared: true, actualValue: '0' },
    ])
  })

  test('only what is bad enough is told; monitors are reported and cleared', async () => {
    await at.ready({ version: '2.1', speed: 60, meterIntervalSeconds: 5 })
    const state = { component: { name: 'EVSE', evse: { id: 1 } }, variable: { name: 'AvailabilityState' } }
    const result = await command('SetVariableMonitoring', {
      setMonitoringData: [
        { ...powerOf(1), type: 'UpperThreshold', value: 5000, severity: 8 },
        { ...state, type: 'Delta', value: 1, severity: 2 },
        { ...state, type: 'UpperThreshold', value: 1, severity: 2 },
        { component: { name: 'Coffee' }, variable: { name: 'Power' }, type: 'Delta', value: 1, severity: 2 },
      ],
    })
    const statuses = (result as { setMonitoringResult: { status: string }[] }).setMonitoringResult
    expect(statuses.map(({ status }) => status)).toEqual([
      'Accepted',
      'Accepted',
      'UnsupportedMonitorType',
      'UnknownComponent',
    ])
    await command('SetMonitoringLevel', { severity: 5 })
    await at.charger.presentCard(1, card)
    await at.charger.waitFor('session-updated', ({ session }) => session.powerW > 9000)
    await at.charger.whenQuiet()
    const told = at.server.of('NotifyEvent').flatMap(({ payload }) => payload.eventData as object[])
    expect(told).toMatchObject([{ variable: { name: 'AvailabilityState' }, severity: 2, actualValue: 'Occupied' }])

    const criteria = { requestId: 4, monitoringCriteria: ['DeltaMonitoring'] }
    expect(await command('GetMonitoringReport', criteria)).toEqual({ status: 'Accepted' })
    expect((await at.server.until('NotifyMonitoringReport'))[0]?.payload).toMatchObject({
      requestId: 4,
      monitor: [{ variableMonitoring: [{ id: 2, type: 'Delta' }] }],
    })
    expect(await command('ClearVariableMonitoring', { id: [2, 77] })).toMatchObject({
      clearMonitoringResult: [{ status: 'Accepted' }, { status: 'NotFound' }],
    })
    expect(await command('GetMonitoringReport', criteria)).toEqual({ status: 'EmptyResultSet' })
    expect(await command('SetMonitoringBase', { monitoringBase: 'HardWiredOnly' })).toEqual({ status: 'Accepted' })
    expect(await command('GetMonitoringReport', { requestId: 5 })).toEqual({ status: 'EmptyResultSet' })
  })

  test('2.1: a stream of values that nobody confirms', async () => {
    await at.ready({ version: '2.1' })
    at.server.on('OpenPeriodicEventStream', () => ({ status: 'Accepted' }))
    const data = { ...powerOf(1), type: 'Periodic', value: 2, severity: 5, periodicEventStream: { values: 3 } }
    await command('SetVariableMonitoring', { setMonitoringData: [data] })
    await at.server.untilTrue(() => at.server.sends.length >= 2)
    const values = (send: ReceivedCall | undefined) => (send?.payload.data ?? []) as object[]
    const [first] = at.server.sends
    expect(first).toMatchObject({ action: 'NotifyPeriodicEventStream', payload: { id: 1, pending: 0 } })
    expect(values(first).length).toBe(3)
    expect(at.server.of('NotifyEvent').length).toBe(0)
    expect(await command('GetPeriodicEventStream', {})).toEqual({
      constantStreamData: [{ id: 1, params: { values: 3 }, variableMonitoringId: 1 }],
    })
    expect(await command('AdjustPeriodicEventStream', { id: 1, params: { values: 1 } })).toEqual({ status: 'Accepted' })
    await at.server.untilTrue(() => values(at.server.sends.at(-1)).length === 1)
    await command('ClearVariableMonitoring', { id: [1] })
    await at.server.until('ClosePeriodicEventStream')
    expect(await command('GetPeriodicEventStream', {})).toEqual({})
  })
})

describe('the display, customers, certificates', () => {
  test('messages are shown in order of priority, listed and cleared', async () => {
    await at.ready()
    const set = (id: number, content: string, priority = 'NormalCycle', format = 'UTF8') =>
      command('SetDisplayMessage', { message: { id, priority, message: { format, content } } })
    await set(1, 'Welcome')
    const shown = at.charger.waitFor('display')
    expect(await set(2, 'Closed at ten', 'AlwaysFront')).toEqual({ status: 'Accepted' })
    expect((await shown).texts).toEqual(['Closed at ten', 'Welcome'])
    expect(await set(3, '<b>no</b>', 'NormalCycle', 'HTML')).toEqual({ status: 'NotSupportedMessageFormat' })
    const forTransaction = { id: 4, priority: 'InFront', transactionId: 'x', message: { format: 'UTF8', content: '' } }
    expect(await command('SetDisplayMessage', { message: forTransaction })).toEqual({ status: 'UnknownTransaction' })
    expect(await command('GetDisplayMessages', { requestId: 6, priority: 'NormalCycle' })).toEqual({
      status: 'Accepted',
    })
    expect((await at.server.until('NotifyDisplayMessages'))[0]?.payload).toMatchObject({
      requestId: 6,
      messageInfo: [{ id: 1 }],
    })
    expect(await command('ClearDisplayMessage', { id: 1 })).toEqual({ status: 'Accepted' })
    expect(await command('GetDisplayMessages', { requestId: 7, id: [1] })).toEqual({ status: 'Unknown' })
  })

  test('the local list, its versions, and what is known of a customer', async () => {
    await at.ready()
    const idToken = { idToken: 'AA12345', type: 'ISO14443' }
    const entry = { idToken, idTokenInfo: { status: 'Accepted' } }
    const send = (versionNumber: number, updateType: string, localAuthorizationList: object[]) =>
      command('SendLocalList', { versionNumber, updateType, localAuthorizationList })
    expect(await send(5, 'Full', [entry])).toEqual({ status: 'Accepted' })
    expect(await send(5, 'Differential', [entry])).toEqual({ status: 'VersionMismatch' })
    expect(await send(6, 'Full', [entry, entry])).toEqual({ status: 'Failed' })
    expect(await command('GetLocalListVersion', {})).toEqual({ versionNumber: 5 })
    expect(await command('CustomerInformation', { requestId: 1, report: true, clear: true, idToken })).toEqual({
      status: 'Accepted',
    })
    expect((await at.server.until('NotifyCustomerInformation'))[0]?.payload).toMatchObject({
      requestId: 1,
      data: 'local list: Accepted',
      seqNo: 0,
      tbc: false,
    })
    // The list is the server's alone.
    expect(at.charger.knownCards).toEqual({ listVersion: 5, listed: 1, cached: 0 })
    expect(await command('CustomerInformation', { requestId: 3, report: false, clear: false, idToken })).toEqual({
      status: 'Rejected',
    })
    expect(await command('CustomerInformation', { requestId: 2, report: true, clear: false })).toEqual({
      status: 'Invalid',
    })
  })

  test('without a link the list goes before the cache, and both before strangers', async () => {
    await at.ready({ allowOfflineCards: false })
    at.server.on('Authorize', ({ idToken }) => ({
      idTokenInfo: { status: (idToken as { idToken: string }).idToken === 'BAD' ? 'Blocked' : 'Accepted' },
    }))
    await command('SendLocalList', {
      versionNumber: 1,
      updateType: 'Full',
      localAuthorizationList: [
        { idToken: { idToken: 'LOST', type: 'ISO14443' }, idTokenInfo: { status: 'Blocked' } },
        { idToken: { idToken: 'HOUSE', type: 'ISO14443' }, idTokenInfo: { status: 'Accepted' } },
      ],
    })
    const present = (value: string) => at.charger.presentCard(1, { value, type: 'ISO14443' })
    await present('BEFORE')
    await present('BEFORE')
    await present('BAD')
    at.charger.dropLink()
    expect((await present('HOUSE')).outcome).toBe('started')
    expect((await present('HOUSE')).outcome).toBe('stopped')
    expect((await present('BEFORE')).outcome).toBe('started')
    await present('BEFORE')
    expect(await present('LOST')).toEqual({ outcome: 'refused', status: 'Blocked' })
    expect(await present('BAD')).toEqual({ outcome: 'refused', status: 'Blocked' })
    expect(await present('NOBODY')).toEqual({ outcome: 'not-possible', why: 'offline' })
    at.charger.restoreLink()
    await at.charger.waitFor('ready')
    expect(await command('ClearCache', {})).toEqual({ status: 'Accepted' })
    expect(at.charger.knownCards.cached).toBe(0)
    at.charger.dropLink()
    expect(await present('BEFORE')).toEqual({ outcome: 'not-possible', why: 'offline' })
  })

  test('roots are installed, listed with their hashes, and deleted; the own certificate is not', async () => {
    const ca = await TestCa.create()
    await at.ready({ version: '2.1' })
    const certificate = ca.root.certificate.toString('pem')
    const install = (pem: string) =>
      command('InstallCertificate', { certificateType: 'CSMSRootCertificate', certificate: pem })
    expect(await install(certificate)).toEqual({ status: 'Accepted' })
    expect(await install('nonsense')).toMatchObject({ status: 'Rejected' })
    // Signed by somebody else: no root.
    expect(await install(ca.issuing.certificate.toString('pem'))).toMatchObject({ status: 'Rejected' })
    const ids = (await command('GetInstalledCertificateIds', {})) as {
      certificateHashDataChain: { certificateType: string; certificateHashData: object }[]
    }
    expect(ids).toMatchObject({
      status: 'Accepted',
      certificateHashDataChain: [{ certificateType: 'CSMSRootCertificate' }],
    })
    const certificateHashData = ids.certificateHashDataChain[0]?.certificateHashData
    expect(await command('DeleteCertificate', { certificateHashData })).toEqual({ status: 'Accepted' })
    expect(await command('DeleteCertificate', { certificateHashData })).toEqual({ status: 'NotFound' })
    expect(await command('GetInstalledCertificateIds', {})).toEqual({ status: 'NotFound' })

    const { csr } = await at.charger.requestCertificate()
    const [request] = at.server.of('SignCertificate')
    const requestId = Number(request?.payload.requestId)
    const certificateChain = await ca.sign(csr)
    expect(await command('CertificateSigned', { certificateChain, requestId: requestId + 1 })).toMatchObject({
      status: 'Rejected',
    })
    expect(await command('CertificateSigned', { certificateChain, requestId })).toEqual({ status: 'Accepted' })
  })
})
