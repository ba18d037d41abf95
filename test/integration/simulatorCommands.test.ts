import type { ChargerEvent } from '@simulator/index'
import { describe, expect, test } from 'vitest'
import { friendlyCharger } from '../support/friendlyCharger'
import { TestCa } from '../support/testCa'

const at = friendlyCharger()

const violations = () => at.charger.history.filter(({ kind }: ChargerEvent) => kind === 'violation')

describe('certificates', () => {
  test.each([
    ['2.0.1', 'EC'],
    ['1.6', 'RSA'],
  ] as const)('%s with an %s key: asks, checks, keeps', async (version, keyType) => {
    const ca = await TestCa.create()
    await at.ready({ version, keyType, serialNumber: 'SN-9', certificateRoot: ca.root.certificate.toString('pem') })
    const { accepted, csr } = await at.charger.requestCertificate()
    expect(accepted).toBe(true)
    expect(at.server.of('SignCertificate')[0]?.payload.csr).toBe(csr)
    const chain = await ca.sign(csr)
    expect((await at.server.command('CertificateSigned', { certificateChain: chain }))[2]).toEqual({
      status: 'Accepted',
    })
    expect(at.charger.certificate?.chain).toBe(chain)
    expect(at.charger.certificate?.privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
    // The key has its certificate: a second answer to the same request is for nothing it waits for.
    expect((await at.server.command('CertificateSigned', { certificateChain: chain }))[2]).toMatchObject({
      status: 'Rejected',
    })
  })

  test.each([
    ['2.0.1', 'InvalidChargingStationCertificate'],
    ['1.6', 'InvalidChargePointCertificate'],
  ] as const)('%s: a bad chain is rejected and raises %s', async (version, type) => {
    const ca = await TestCa.create()
    await at.ready({ version })
    const { csr } = await at.charger.requestCertificate()
    const certificateChain = await ca.sign(csr, { chain: ['leaf'] })
    expect((await at.server.command('CertificateSigned', { certificateChain }))[2]).toMatchObject({
      status: 'Rejected',
    })
    expect((await at.server.until('SecurityEventNotification'))[0]?.payload).toMatchObject({ type })
    expect(at.charger.certificate).toBeNull()
  })

  test('rejects on command', async () => {
    const ca = await TestCa.create()
    await at.ready()
    at.charger.faults.rejectCertificates = true
    const { csr } = await at.charger.requestCertificate()
    const certificateChain = await ca.sign(csr)
    expect((await at.server.command('CertificateSigned', { certificateChain }))[2]).toMatchObject({
      status: 'Rejected',
    })
    at.charger.faults.rejectCertificates = false
    expect((await at.server.command('CertificateSigned', { certificateChain }))[2]).toEqual({ status: 'Accepted' })
  })

  test('no certificate came: the same request again, as often as it may', async () => {
    await at.ready({ certSigningWaitSeconds: 2, certSigningRepeats: 2 })
    await at.charger.requestCertificate()
    const requests = await at.server.until('SignCertificate', 3)
    expect(new Set(requests.map(({ payload }) => payload.csr)).size).toBe(1)
  })

  test('the organisation can be set by the server, and is in the next request', async () => {
    await at.ready()
    const component = { name: 'SecurityCtrlr' }
    const variable = { name: 'OrganizationName' }
    const answer = await at.server.command('SetVariables', {
      setVariableData: [{ component, variable, attributeValue: 'Hofgarten, GmbH' }],
    })
    expect(answer[2]).toEqual({ setVariableResult: [{ component, variable, attributeStatus: 'Accepted' }] })
    expect(at.charger.organisation).toBe('Hofgarten, GmbH')
    const { csr } = await at.charger.requestCertificate()
    const { Pkcs10CertificateRequest } = await import('@peculiar/x509')
    const request = new Pkcs10CertificateRequest(csr)
    expect(request.subjectName.getField('O')).toEqual(['Hofgarten, GmbH'])
    expect(request.subjectName.getField('CN')).toEqual(['CP_1'])
    expect(await request.verify()).toBe(true)
  })
})

describe('remote control', () => {
  test('2.0.1: remote start and stop', async () => {
    await at.ready({ evses: 2 })
    const idToken = { idToken: 'AA', type: 'ISO14443' }
    expect((await at.server.command('RequestStartTransaction', { idToken, remoteStartId: 5, evseId: 2 }))[2]).toEqual({
      status: 'Accepted',
    })
    const [started] = await at.server.until('TransactionEvent')
    expect(started?.payload).toMatchObject({
      triggerReason: 'RemoteStart',
      transactionInfo: { remoteStartId: 5 },
      evse: { id: 2 },
    })
    expect((await at.server.command('RequestStartTransaction', { idToken, remoteStartId: 6, evseId: 2 }))[2]).toEqual({
      status: 'Rejected',
    })
    const { transactionId } = (started?.payload.transactionInfo ?? {}) as { transactionId?: string }
    expect((await at.server.command('RequestStopTransaction', { transactionId }))[2]).toEqual({ status: 'Accepted' })
    await at.server.untilTrue(() =>
      at.server.of('TransactionEvent').some(({ payload }) => payload.triggerReason === 'RemoteStop'),
    )
    expect((await at.server.command('RequestStopTransaction', { transactionId }))[2]).toEqual({ status: 'Rejected' })
  })

  test('1.6: remote start and stop, configuration, extended trigger', async () => {
    await at.ready({ version: '1.6' })
    await at.server.command('RemoteStartTransaction', { idTag: 'AA' })
    await at.server.until('StartTransaction')
    await at.charger.waitFor('call-answered', ({ action }) => action === 'StartTransaction', { from: 'history' })
    expect((await at.server.command('RemoteStopTransaction', { transactionId: 100 }))[2]).toEqual({
      status: 'Accepted',
    })
    expect((await at.server.until('StopTransaction'))[0]?.payload).toMatchObject({ reason: 'Remote' })
    expect((await at.server.command('ChangeConfiguration', { key: 'CpoName', value: 'Hof' }))[2]).toEqual({
      status: 'Accepted',
    })
    expect((await at.server.command('GetConfiguration', { key: ['cponame', 'Nope'] }))[2]).toEqual({
      configurationKey: [{ key: 'CpoName', readonly: false, value: 'Hof' }],
      unknownKey: ['Nope'],
    })
    expect((await at.server.command('ChangeConfiguration', { key: 'Nope', value: '1' }))[2]).toEqual({
      status: 'NotSupported',
    })
    expect(
      (await at.server.command('ExtendedTriggerMessage', { requestedMessage: 'SignChargePointCertificate' }))[2],
    ).toEqual({ status: 'Accepted' })
    expect(Object.keys((await at.server.until('SignCertificate'))[0]?.payload ?? {})).toEqual(['csr'])
  })

  test('availability waits for the session to end', async () => {
    await at.ready()
    await at.charger.presentCard(1, { value: 'AA', type: 'ISO14443' })
    expect((await at.server.command('ChangeAvailability', { operationalStatus: 'Inoperative' }))[2]).toEqual({
      status: 'Scheduled',
    })
    await at.charger.stopSession(1)
    await at.server.untilTrue(
      () => at.server.of('StatusNotification').at(-1)?.payload.connectorStatus === 'Unavailable',
    )
    expect(await at.charger.presentCard(1, { value: 'AA', type: 'ISO14443' })).toEqual({
      outcome: 'not-possible',
      why: 'unavailable',
    })
  })
})

describe('a server that breaks the rules is found out', () => {
  test.each([
    ['2.0.1', 'FlyAway', {}, 'NotImplemented'],
    ['2.0.1', 'Heartbeat', {}, 'NotSupported'],
    ['2.1', 'Heartbeat', {}, 'NotSupported'],
    ['2.0.1', 'SetDefaultTariff', {}, 'NotImplemented'],
    ['2.0.1', 'Reset', {}, 'OccurrenceConstraintViolation'],
    ['2.0.1', 'Reset', { type: 'Immediate', extra: 1 }, 'FormatViolation'],
    ['1.6', 'Reset', {}, 'OccurenceConstraintViolation'],
    ['1.6', 'Reset', { type: 'Sideways' }, 'PropertyConstraintViolation'],
    ['1.6', 'Reset', { type: 'Hard', extra: 1 }, 'FormationViolation'],
    ['1.6', 'SetVariables', { setVariableData: [] }, 'NotImplemented'],
  ] as const)('%s %s %j is answered %s', async (version, action, payload, code) => {
    await at.ready({ version })
    expect((await at.server.command(action, payload)).slice(0, 3)).toEqual([4, expect.any(String), code])
    expect(violations().length).toBe(code === 'NotSupported' ? 0 : 1)
  })

  test('an answer against its schema', async () => {
    await at.ready()
    at.server.on('Heartbeat', () => ({ currentTime: 5 }))
    expect((await at.charger.heartbeat()).kind).toBe('invalid')
    expect(violations()).toMatchObject([{ about: 'Heartbeat response' }])
  })

  test('the misspelt code of the other version', async () => {
    await at.ready({ version: '1.6' })
    at.server.on('Heartbeat', () => ['FormatViolation', ''])
    expect(await at.charger.heartbeat()).toMatchObject({ kind: 'error', code: 'FormatViolation' })
    expect(violations()).toMatchObject([{ about: 'Heartbeat error' }])
  })

  test('two commands at once, junk, an unknown message type, an answer to nothing', async () => {
    await at.ready()
    const ca = await TestCa.create()
    const { csr } = await at.charger.requestCertificate()
    // Checking a chain takes a while; the second command comes before the answer to the first.
    await Promise.all([
      at.server.command('CertificateSigned', { certificateChain: await ca.sign(csr) }),
      at.server.command('TriggerMessage', { requestedMessage: 'Heartbeat' }),
    ])
    expect(violations()).toMatchObject([{ about: 'TriggerMessage' }])
    const junk = at.charger.waitFor('violation')
    at.server.send('{{{')
    expect((await junk).problems).toEqual(['not JSON'])
    const answer = at.server.answerTo('9')
    at.server.send('[7,"9",{}]')
    expect((await answer)[2]).toBe('MessageTypeNotSupported')
    const stray = at.charger.waitFor('stray-answer')
    at.server.send('[3,"nobody",{}]')
    expect(await stray).toMatchObject({ id: 'nobody' })
  })
})

describe('bad frames and faults from the charger', () => {
  test('a raw text goes out as it is; its answer is seen', async () => {
    await at.ready()
    const stray = at.charger.waitFor('stray-answer', ({ id }) => id === 'mine')
    expect(at.charger.sendText('[2,"mine","Heartbeat",{}]')).toBe(true)
    expect((await stray).text).toMatch(/^\[3,"mine",/)
  })

  test('commands can be left unanswered', async () => {
    await at.ready()
    at.charger.faults.ignoreCommands = true
    const received = at.charger.waitFor('command-received')
    void at.server.command('TriggerMessage', { requestedMessage: 'Heartbeat' })
    await received
    at.charger.faults.ignoreCommands = false
    expect((await at.server.command('TriggerMessage', { requestedMessage: 'Heartbeat' }))[2]).toEqual({
      status: 'Accepted',
    })
    expect(at.server.of('Heartbeat').length).toBeLessThanOrEqual(1)
  })

  test('one CALL at a time, in order, and a lost answer times out', async () => {
    await at.ready({ callTimeoutSeconds: 3 })
    at.server.on('Heartbeat', () => 'silence')
    const first = at.charger.heartbeat()
    const second = at.charger.call('Authorize', { idToken: { idToken: 'AA', type: 'ISO14443' } })
    await at.server.until('Heartbeat')
    expect(at.server.of('Authorize')).toEqual([])
    expect(await first).toEqual({ kind: 'timeout' })
    expect((await second).kind).toBe('answered')
  })

  test('security events wait for the link', async () => {
    await at.ready()
    at.charger.dropLink()
    expect(await at.charger.sendSecurityEvent('MemoryExhaustion')).toBeNull()
    at.charger.restoreLink()
    expect((await at.server.until('SecurityEventNotification'))[0]?.payload).toMatchObject({ type: 'MemoryExhaustion' })
  })
})
