import type { AddressInfo } from 'node:net'
import { type Charger, createCharger } from '@simulator/index'
import { RPCServer } from 'ocpp-rpc'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestCa } from '../support/testCa'

// An implementation that is not ours judges every frame both ways against the official schemas.

let server: RPCServer
let url: string
const failures: unknown[] = []
const violations: unknown[] = []
let calls: { readonly method: string; readonly params: Record<string, unknown> }[] = []
let charger: Charger | null = null
let client: { call: (method: string, params: object) => Promise<unknown> } | null = null

const ANSWERS: Record<string, (params: Record<string, unknown>) => object> = {
  BootNotification: () => ({ status: 'Accepted', currentTime: new Date().toISOString(), interval: 300 }),
  Heartbeat: () => ({ currentTime: new Date().toISOString() }),
  Authorize: (params) =>
    'idTag' in params ? { idTagInfo: { status: 'Accepted' } } : { idTokenInfo: { status: 'Accepted' } },
  StartTransaction: () => ({ transactionId: 7, idTagInfo: { status: 'Accepted' } }),
  TransactionEvent: ({ idToken }) => (idToken ? { idTokenInfo: { status: 'Accepted' } } : {}),
  SignCertificate: () => ({ status: 'Accepted' }),
}

beforeEach(async () => {
  failures.length = 0
  violations.length = 0
  calls = []
  server = new RPCServer({ protocols: ['ocpp1.6', 'ocpp2.0.1'], strictMode: true })
  server.auth((accept) => accept())
  server.on('client', (one) => {
    client = one
    one.on('strictValidationFailure', (failure: unknown) => failures.push(failure))
    one.on('badMessage', (message: unknown) => failures.push(message))
    one.handle(async ({ method, params }: { method?: string; params?: Record<string, unknown> }) => {
      const call = { method: method ?? '', params: params ?? {} }
      calls.push(call)
      return ANSWERS[call.method]?.(call.params) ?? {}
    })
  })
  const http = await server.listen(0, '127.0.0.1')
  url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`
})

afterEach(async () => {
  await charger?.stop()
  await server.close({ force: true })
})

test.each(['1.6', '2.0.1'] as const)('a whole life on %s passes a strict judge', async (version) => {
  const ca = await TestCa.create()
  const fine = createCharger({
    url,
    identity: 'CP_J',
    version,
    serialNumber: 'SN-J',
    organisation: 'Site, Ltd',
    evses: 2,
  })
  charger = fine
  fine.on((event) => {
    if (event.kind === 'violation') violations.push(event)
  })
  const ready = fine.waitFor('ready')
  fine.start()
  await ready

  const started = await fine.presentCard(1, { value: 'AA12345', type: 'ISO14443' })
  expect(started).toMatchObject({ outcome: 'started', status: 'Accepted' })
  fine.sendMeterValues(1)
  fine.pauseCharging(1)
  fine.resumeCharging(1)
  expect((await fine.heartbeat()).kind).toBe('answered')
  const stopped = await fine.presentCard(1, { value: 'aa12345', type: 'ISO14443' })
  expect(stopped).toMatchObject({ outcome: 'stopped', delivery: { kind: 'answered' } })
  expect(await fine.sendSecurityEvent('TamperDetectionActivated', 'door')).toMatchObject({ kind: 'answered' })
  fine.fault(2, 'GroundFailure')
  fine.clearFault(2)

  const { accepted, csr } = await fine.requestCertificate()
  expect(accepted).toBe(true)
  const certificateChain = await ca.sign(csr)
  expect(await client?.call('CertificateSigned', { certificateChain })).toMatchObject({ status: 'Accepted' })
  expect(fine.certificate?.chain).toBe(certificateChain)
  for (const [action, payload] of version === '1.6' ? COMMANDS_16 : COMMANDS_201) await client?.call(action, payload)
  // Everything triggered has been answered when a call made afterwards has: they go out one after the other.
  expect((await fine.heartbeat()).kind).toBe('answered')

  expect(failures).toEqual([])
  expect(violations).toEqual([])
  const methods = new Set(calls.map(({ method }) => method))
  const session = version === '1.6' ? ['StartTransaction', 'MeterValues', 'StopTransaction'] : ['TransactionEvent']
  for (const method of [
    'BootNotification',
    'StatusNotification',
    'Authorize',
    'SecurityEventNotification',
    ...session,
  ]) {
    expect(methods).toContain(method)
  }
})

const COMMANDS_16: readonly (readonly [string, object])[] = [
  ['GetConfiguration', {}],
  ['GetConfiguration', { key: ['CpoName', 'NoSuchKey', 'AuthorizationKey'] }],
  ['ChangeConfiguration', { key: 'HeartbeatInterval', value: '600' }],
  ['TriggerMessage', { requestedMessage: 'MeterValues', connectorId: 1 }],
  ['TriggerMessage', { requestedMessage: 'StatusNotification' }],
  ['ExtendedTriggerMessage', { requestedMessage: 'Heartbeat' }],
  ['DataTransfer', { vendorId: 'x' }],
  ['ChangeAvailability', { connectorId: 2, type: 'Inoperative' }],
  ['RemoteStartTransaction', { idTag: 'AA12345', connectorId: 1 }],
  ['RemoteStopTransaction', { transactionId: 7 }],
]

const COMMANDS_201: readonly (readonly [string, object])[] = [
  [
    'GetVariables',
    {
      getVariableData: [
        { component: { name: 'SecurityCtrlr' }, variable: { name: 'OrganizationName' } },
        { component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } },
        { component: { name: 'NoSuch' }, variable: { name: 'Thing' } },
      ],
    },
  ],
  [
    'SetVariables',
    {
      setVariableData: [
        { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'HeartbeatInterval' }, attributeValue: '600' },
      ],
    },
  ],
  ['TriggerMessage', { requestedMessage: 'MeterValues', evse: { id: 1 } }],
  ['TriggerMessage', { requestedMessage: 'StatusNotification' }],
  ['TriggerMessage', { requestedMessage: 'Heartbeat' }],
  ['DataTransfer', { vendorId: 'x' }],
  ['ChangeAvailability', { operationalStatus: 'Inoperative', evse: { id: 2 } }],
  ['RequestStartTransaction', { idToken: { idToken: 'AA12345', type: 'ISO14443' }, remoteStartId: 3, evseId: 1 }],
  ['RequestStopTransaction', { transactionId: 'no-such' }],
]
