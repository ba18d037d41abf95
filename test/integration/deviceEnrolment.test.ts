import { X509Certificate } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { asking, freshEcKeys, keys, pem, requestDer, requestPem } from '../support/certificationRequests'
import { DeviceClient } from '../support/deviceClient'
import { csr, enrolling, NO_RIGHTS, refusal } from '../support/enrolling'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
let origin: string
let ca: string
/** How far the site's clock is ahead of this one. */
let ahead = 0

beforeAll(async () => {
  site = await openTestSite({ tls: true, clock: () => Date.now() + ahead, deviceLimits: { callsPerAddress: 10_000 } })
  origin = site.tlsUrl.replace('wss:', 'https:')
  ca = site.site.authority.certificatePem('root')
})
afterEach(() => {
  ahead = 0
})
afterAll(() => site.close())

const { token, device, freshId } = enrolling(() => site)

describe('a device', () => {
  test('is told where the site is, and gets the root without a token', async () => {
    const nobody = new DeviceClient(origin, null, null, { ca })
    const { host } = new URL(origin)
    expect((await nobody.call('GET', '/route')).body).toMatchObject({
      response: { apiServer: origin, mqttServer: `mqtts://${host}`, webSocketServer: `wss://${host}` },
    })
    // The port of HTTPS goes without saying there, and not with MQTT.
    const elsewhere = await nobody.call('GET', '/route', undefined, { host: 'localhost:443' })
    expect(elsewhere.body.response.mqttServer).toBe('mqtts://localhost:443')
    expect((await nobody.call('GET', '/ca/root.pem')).body).toBe(ca)
    expect((await nobody.call('GET', '/ca/root.crt')).status).toBe(200)
  })

  test('registers, is told so when it does it twice, and takes that for a success if it wants', async () => {
    const { client, clientId } = await device()
    expect(await client.register()).toMatchObject({ status: 200, body: { response: { clientId, state: 'waiting' } } })
    expect(await client.register()).toMatchObject(refusal(409, '1225', /already registered/))
    expect((await client.register({ allowExist: true })).status).toBe(200)
    // As a client writes it that knows no outer `body`.
    expect((await client.call('POST', '/client', { type: 'MQTT', allowExist: true })).status).toBe(200)
    expect(site.site.deviceSite.devices.list().find((one) => one.clientId === clientId)).toMatchObject({
      type: 'MQTT',
      serviceCode: 'SVC202',
      deviceType: '607',
      state: 'waiting',
    })
  })

  test('gets a certificate that names it, whatever its request says, for TLS clients alone', async () => {
    const { client, clientId } = await device({ policy: { ...NO_RIGHTS, read: ['test/#'], write: ['test/#'] } })
    await client.register()
    const { status, body } = await client.certify(csr())
    expect(status).toBe(200)
    const { certificatePem, rootPem, subscriptions, publications } = body.response.result
    const certificate = new X509Certificate(certificatePem)
    expect(certificate.subject).toBe(`O=Test Organisation\nCN=${clientId}`)
    // clientAuth and nothing else.
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2'])
    expect(certificate.ca).toBe(false)
    expect(rootPem).toBe(ca)
    const own = `app/clients/${clientId}`
    expect(subscriptions).toEqual([`${own}/push`, `${own}/inbox`, 'test/#'])
    expect(publications).toEqual([`${own}/outbox`, 'test/#'])
  })

  test('may send an RSA key, bare base64, and an old signature, as known clients do', async () => {
    const { client } = await device()
    await client.register()
    const keyPair = keys('RSA-2048')
    const bare = requestDer({ subject: [['CN', 'lg_thinq']], keyPair }).toString('base64')
    const first = await client.certify(bare)
    expect(first.status).toBe(200)
    // The same key in another dress gets the same certificate.
    const dressed = pem(requestDer({ subject: [['CN', 'lg_thinq']], keyPair, digest: 'sha1' }))
    expect((await client.certify(dressed)).body.response.result).toEqual(first.body.response.result)
    const other = await device()
    await other.client.register()
    const sha1 = pem(requestDer({ subject: [['CN', 'x']], keyPair: freshEcKeys(), digest: 'sha1' }))
    expect((await other.client.certify(sha1)).status).toBe(200)
  })

  test('has its message id sent back', async () => {
    const { client } = await device()
    const { body } = await client.call('POST', '/client', { type: 'MQTT' }, { 'x-message-id': 'abc' })
    expect(body).toMatchObject({ messageId: 'abc', timestamp: expect.stringMatching(/Z$/) })
    // Also with a refusal, wherever it comes from.
    const again = await client.call('POST', '/client', { type: 'MQTT' }, { 'x-message-id': 'b' })
    expect(again).toMatchObject({ status: 409, body: { messageId: 'b', error: { code: '1225' } } })
    const nowhere = await client.call('GET', '/client/nothing', undefined, { 'x-message-id': 'c' })
    expect(nowhere).toMatchObject({ status: 404, body: { messageId: 'c' } })
  })

  test('renews with the certificate that it has, without a token', async () => {
    const { client, clientId } = await device()
    await client.register()
    const pair = freshEcKeys()
    const first = await client.certify(csr(clientId, pair))
    const key = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const cert = first.body.response.result.certificatePem
    const again = new DeviceClient(origin, null, clientId, { ca, cert, key })
    const renewed = await again.certify(csr(clientId))
    expect(renewed).toMatchObject({ status: 200 })
    expect(renewed.body.response.result.certificatePem).not.toBe(cert)
    const another = new DeviceClient(origin, null, 'somebody', { ca, cert, key })
    expect(await another.certify(csr())).toMatchObject(refusal(401, '1103', /no token/))
  })
})

test('with the same key a device gets the same certificate, and the next one when it comes near its end', async () => {
  let later = 0
  const other = await openTestSite({
    tls: true,
    clock: () => Date.now() + later,
    // That of the port itself stays as it is, whatever the clock of the site says.
    serverCertificates: { lookEveryMs: 3_600_000 },
  })
  const { client, clientId } = await enrolling(() => other).device()
  await client.register()
  const request = csr(clientId)
  const certificate = async () => {
    const { status, body } = await client.certify(request)
    expect(status).toBe(200)
    return new X509Certificate(body.response.result.certificatePem)
  }
  const first = await certificate()
  expect((await certificate()).serialNumber).toBe(first.serialNumber)
  later = first.validToDate.getTime() - Date.now() - 30 * 24 * 3_600_000
  const next = await certificate()
  expect(next.validToDate.getTime()).toBeGreaterThan(first.validToDate.getTime())
  expect((await certificate()).serialNumber).toBe(next.serialNumber)
  await other.close()
})

describe('the desk', () => {
  test('has a request wait where the token says so, and the same request gets its certificate once approved', async () => {
    const { client, clientId } = await device({ signing: 'desk' })
    await client.register()
    const request = csr(clientId)
    const waits = await client.certify(request)
    expect(waits).toMatchObject({ status: 202, body: { response: { result: { status: 'waiting' } } } })
    expect(Number(waits.headers['retry-after'])).toBeGreaterThan(0)
    expect((await client.certify(request)).status).toBe(202)
    const entry = site.site.deviceSite.devices.list().find((one) => one.clientId === clientId)
    const requestId = entry?.requestId ?? 0
    expect(await site.client.requests.get({ requestId })).toMatchObject({ owner: { kind: 'device', name: clientId } })
    expect(await site.client.requests.approve({ requestId, reason: 'The meter in the cellar' })).toMatchObject({
      kind: 'approved',
    })
    expect((await client.certify(request)).body.response.result.certificatePem).toContain('BEGIN CERTIFICATE')
    expect(site.site.deviceSite.devices.byId(entry?.id ?? 0)).toMatchObject({ state: 'active', requestId: null })
  })

  test('has a second person confirm what a token would have signed at once', async () => {
    const guarded = await openTestSite({ tls: true })
    await guarded.client.approvers.add({ name: 'Ben', passphrase: 'correct horse battery' })
    const made = await guarded.client.devices.makeToken({
      name: 'Meters',
      signing: 'at-once',
      usesMax: 1,
      endsAt: null,
      policy: NO_RIGHTS,
    })
    if (made.kind !== 'made') throw new Error(made.kind)
    const guardedCa = guarded.site.authority.certificatePem('root')
    const client = new DeviceClient(guarded.tlsUrl.replace('wss:', 'https:'), made.token, 'm', { ca: guardedCa })
    await client.register()
    const request = csr('m')
    expect((await client.certify(request)).status).toBe(202)
    const requestId = guarded.site.deviceSite.devices.list()[0]?.requestId ?? 0
    const second = { name: 'Ben', passphrase: 'correct horse battery' }
    expect(await guarded.client.requests.approve({ requestId, second })).toMatchObject({ kind: 'approved' })
    expect((await client.certify(request)).status).toBe(200)
    await guarded.close()
  })

  test('tells a device that was turned down', async () => {
    const { client, clientId } = await device({ signing: 'desk' })
    await client.register()
    const request = csr(clientId)
    await client.certify(request)
    const entry = site.site.deviceSite.devices.list().find((one) => one.clientId === clientId)
    await site.client.requests.reject({ requestId: entry?.requestId ?? 0, reason: 'Nobody knows it' })
    expect(await client.certify(request)).toMatchObject(refusal(403, '1308', /turned this request down/))
  })
})

describe('refused is', () => {
  test('who has no token, a wrong one, an ended one, or one that is over', async () => {
    const { text, tokenId, clientId } = await device()
    const as = (shown: string | null) => new DeviceClient(origin, shown, clientId, { ca }).register()
    expect(await as(null)).toMatchObject(refusal(401, '1103', /no token/))
    expect(await as('something')).toMatchObject(refusal(401, '1103', /not one of this site/))
    expect(await as(`${text.slice(0, -4)}AAAA`)).toMatchObject(refusal(401, '1103', /not one of this site/))
    await site.client.devices.endToken({ tokenId })
    expect(await as(text)).toMatchObject(refusal(401, '1218', /ended/))
    const short = await token({ endsAt: Date.now() + ahead + 60_000 })
    ahead += 60_001
    expect(await as(short.token)).toMatchObject(refusal(401, '1218', /ended/))
  })

  test('one device too many for the token; the first goes on', async () => {
    const { client, text } = await device({ usesMax: 1 })
    expect((await client.register()).status).toBe(200)
    expect(await new DeviceClient(origin, text, freshId(), { ca }).register()).toMatchObject(
      refusal(403, '1305', /As many devices/),
    )
    expect((await client.certify(csr())).status).toBe(200)
  })

  test('a client of another token, and a name that is none', async () => {
    const first = await device()
    await first.client.register()
    const second = await device()
    const thief = new DeviceClient(origin, second.text, first.clientId, { ca })
    for (const call of [thief.register({ allowExist: true }), thief.certify(csr()), thief.call('DELETE', '/client')]) {
      expect(await call).toMatchObject(refusal(403, '1212', /another token/))
    }
    for (const bad of ['a/b', '#', '$SYS', 'x'.repeat(65)]) {
      expect(await new DeviceClient(origin, second.text, bad, { ca }).register()).toMatchObject(
        refusal(400, '1216', /client id/),
      )
    }
    expect((await new DeviceClient(origin, second.text, null, { ca }).register()).status).toBe(400)
  })

  test("a request in another's name: a device's, a charger's identity, its serial number", async () => {
    const other = await device()
    await other.client.register()
    await site.client.stations.register({ identity: 'CP_9', serialNumber: 'SN-9' })
    const { client, text } = await device()
    await client.register()
    for (const name of ['cp_9', 'SN-9']) {
      const named = new DeviceClient(origin, text, name, { ca })
      expect(await named.register()).toMatchObject(refusal(409, '1225', new RegExp(name)))
    }
    for (const name of [other.clientId, 'CP_9', 'SN-9']) {
      expect(await client.certify(csr(name))).toMatchObject(refusal(403, '1212', new RegExp(name)))
    }
  })

  test('a key of somebody else, a weak one, one without proof, and who wants to be an authority', async () => {
    const pair = freshEcKeys()
    const first = await device()
    await first.client.register()
    expect((await first.client.certify(csr('a', pair))).status).toBe(200)
    const { client } = await device()
    await client.register()
    const subject = [['CN', 'a']] as const
    const bad = [
      requestPem({ subject, keyPair: pair }),
      requestPem({ subject, keyPair: keys('RSA-1024') }),
      requestPem({ subject, keyPair: keys('P-256'), signWith: freshEcKeys().privateKey }),
      requestPem({ subject, keyPair: freshEcKeys(), extensions: [asking.authority] }),
    ]
    for (const text of bad) {
      expect(await client.certify(text)).toMatchObject(refusal(422, '1102', /can not be signed: .+/))
    }
    // Whoever asked is no station.
    for (const text of ['garbage', 'PRIVATE KEY', 'CERTIFICATE']) {
      const sent = text === 'garbage' ? text : `-----BEGIN ${text}-----\nAAAA\n-----END ${text}-----`
      expect(await client.certify(sent)).toMatchObject(refusal(400, '1102', /^(?!.*station).+/))
    }
  })

  test('everything without TLS but the root', async () => {
    const plain = site.url.replace('ws:', 'http:')
    const { text } = await device()
    const call = await fetch(`${plain}/client`, { method: 'POST', headers: { authorization: `Bearer ${text}` } })
    expect(call.status).toBe(403)
    expect(await call.json()).toMatchObject({ error: { code: '1310', message: expect.stringContaining('https://') } })
    expect(await (await fetch(`${plain}/ca/root.pem`)).text()).toBe(ca)
  })

  test('a body that is too long, one that is no JSON, and a call that does not exist', async () => {
    const { client } = await device()
    const { bodyBytes } = site.site.deviceSite.limits
    expect(await client.call('POST', '/client', { type: 'x'.repeat(bodyBytes) })).toMatchObject(
      refusal(413, '1311', /larger than/),
    )
    // Answered long before its last byte has come.
    expect(await client.call('POST', '/client', { type: 'x'.repeat(200 * bodyBytes) })).toMatchObject(
      refusal(413, '1311', /larger than/),
    )
    expect(await client.call('POST', '/client', '{"type":')).toMatchObject(refusal(400, '1000', /./))
    expect(await client.call('POST', '/client', { type: 'x'.repeat(101) })).toMatchObject(refusal(400, '1000', /type/))
    expect(await client.call('GET', '/client/nothing')).toMatchObject(refusal(404, '1305', /no such call/))
  })
})

describe('a client that goes', () => {
  test('by itself may come back; its certificates are revoked and on the list', async () => {
    const { client, clientId } = await device({ usesMax: 1 })
    await client.register()
    const { body } = await client.certify(csr())
    const { serialNumber } = new X509Certificate(body.response.result.certificatePem)
    const issuing = site.site.authority.generations().find(({ role }) => role === 'issuing')
    expect(site.site.revocations.statusOf(issuing?.id ?? 0, serialNumber)).toEqual({ kind: 'good' })
    expect(await client.call('DELETE', '/client', { type: 'MQTT' })).toMatchObject({ status: 200 })
    expect(site.site.revocations.statusOf(issuing?.id ?? 0, serialNumber)).toMatchObject({
      kind: 'revoked',
      reason: 'cessationOfOperation',
    })
    await site.site.revocationLists.renew()
    const { der } = site.site.revocationLists.newest(issuing?.id ?? 0) ?? {}
    expect(Buffer.from(der ?? []).toString('hex')).toContain(serialNumber.toLowerCase())
    expect(await client.certify(csr())).toMatchObject(refusal(404, '1213', /not registered/))
    expect(await client.register()).toMatchObject({ status: 200, body: { response: { clientId } } })
  })

  test('leaves its name to who comes with another token, but not what it was allowed', async () => {
    const { client, clientId, tokenId } = await device({ policy: { ...NO_RIGHTS, read: ['test/#'] } })
    await client.register()
    await client.certify(csr())
    const next = await token({ usesMax: 1 })
    const again = new DeviceClient(origin, next.token, clientId, { ca })
    expect(await again.register()).toMatchObject(refusal(403, '1212', /another token/))
    await client.call('DELETE', '/client')
    await site.client.devices.endToken({ tokenId })
    expect(await again.register()).toMatchObject({ status: 200, body: { response: { state: 'waiting' } } })
    const entry = site.site.deviceSite.devices.list().find((one) => one.clientId === clientId)
    expect(entry).toMatchObject({ token: { id: next.tokenId }, policy: NO_RIGHTS })
    expect((await again.certify(csr())).status).toBe(200)
    const other = new DeviceClient(origin, next.token, freshId(), { ca })
    expect(await other.register()).toMatchObject(refusal(403, '1305', /As many devices/))
  })

  test('stays sent away when it goes by itself at the moment when the manager sends it away', async () => {
    const { client, clientId, tokenId } = await device()
    await client.register()
    const { devices, tokenOfClient } = site.site.deviceSite
    const row = tokenOfClient(clientId)
    const deviceId = devices.list().find((one) => one.clientId === clientId)?.id ?? 0
    expect(row?.id).toBe(tokenId)
    const [revoked, left] = await Promise.all([
      devices.revoke('test', deviceId, 'keyCompromise'),
      row && devices.unregister(row, clientId),
    ])
    expect([revoked.kind, left]).toEqual(['revoked', 'revoked'])
    expect(await client.register()).toMatchObject(refusal(403, '1308', /revoked/))
  })

  test('keeps fewer rights that it was given, also when somebody names it at the same moment', async () => {
    const { client, clientId } = await device({ policy: { ...NO_RIGHTS, write: ['test/#'] } })
    await client.register()
    const deviceId = site.site.deviceSite.devices.list().find((one) => one.clientId === clientId)?.id ?? 0
    await Promise.all([
      site.client.devices.update({ deviceId, policy: NO_RIGHTS }),
      site.client.devices.update({ deviceId, label: 'Roof' }),
    ])
    expect(site.site.deviceSite.devices.byId(deviceId)).toMatchObject({ label: 'Roof', policy: NO_RIGHTS })
  })

  test('at the wish of the manager may not', async () => {
    const { client, clientId } = await device()
    await client.register()
    await client.certify(csr())
    const entry = site.site.deviceSite.devices.list().find((one) => one.clientId === clientId)
    const revoked = await site.client.devices.revoke({ deviceId: entry?.id ?? 0, reason: 'keyCompromise' })
    expect(revoked).toEqual({ kind: 'revoked' })
    for (const call of [client.register(), client.certify(csr()), client.call('GET', '/push')]) {
      expect(await call).toMatchObject(refusal(403, '1308', /revoked/))
    }
  })

  test('leaves the list when the manager wants it to, and its name to another one, but not its key', async () => {
    const { client, clientId } = await device()
    const keyPair = freshEcKeys()
    await client.register()
    const { body } = await client.certify(csr('one', keyPair))
    const { serialNumber } = new X509Certificate(body.response.result.certificatePem)
    const listed = () => site.site.deviceSite.devices.list().filter((one) => one.clientId.startsWith(clientId))
    const [{ id: deviceId } = { id: 0 }] = listed()
    expect(await site.client.devices.remove({ deviceId })).toEqual({ kind: 'in-service' })
    await site.client.devices.update({ deviceId, label: 'Roof' })
    await site.client.devices.revoke({ deviceId, reason: 'keyCompromise' })
    expect(await site.client.devices.remove({ deviceId })).toEqual({ kind: 'removed' })
    expect(listed()).toEqual([])
    await expect(site.client.devices.remove({ deviceId })).rejects.toMatchObject({ code: 'UNKNOWN_DEVICE' })
    const issuing = site.site.authority.generations().find(({ role }) => role === 'issuing')
    expect(site.site.revocations.statusOf(issuing?.id ?? 0, serialNumber)).toMatchObject({ kind: 'revoked' })
    const { entries } = await site.client.events.audit({})
    const actions = entries.filter(({ subject }) => subject === clientId).map(({ action }) => action)
    expect(actions).toEqual(expect.arrayContaining(['device-registered', 'device-revoked', 'device-removed']))
    expect(await client.register()).toMatchObject({ status: 200, body: { response: { state: 'waiting' } } })
    expect(listed()).toMatchObject([{ clientId, label: '', state: 'waiting' }])
    expect(listed()[0]?.id).not.toBe(deviceId)
    expect((await client.certify(csr('one', keyPair))).status).not.toBe(200)
    expect((await client.certify(csr())).status).toBe(200)
  })
})

describe('what a device is told of', () => {
  test('is what it subscribed to, until it ends', async () => {
    await site.client.stations.register({ identity: 'CP_5' })
    const { client, clientId } = await device()
    await client.register()
    expect((await client.call('POST', '/push/CP_5/subscribe')).status).toBe(200)
    expect(await client.call('POST', '/push/CP_5/subscribe')).toMatchObject(refusal(409, '1207', /already/))
    expect((await client.call('POST', '/push/devices')).status).toBe(200)
    expect(await client.call('POST', '/push/nothing/subscribe')).toMatchObject(refusal(404, '1205', /no station/))
    expect((await client.call('GET', '/push')).body.response).toEqual([{ deviceId: 'CP_5' }])
    expect((await client.call('GET', '/push/devices')).body.response).toEqual([{ clientId }])
    expect((await client.call('DELETE', '/push/devices')).status).toBe(200)
    expect((await client.call('GET', '/push/devices')).body.response).toEqual([])
    const body = { expire: { unit: 'HOUR', timer: 1 } }
    expect((await client.call('POST', '/event/CP_5/subscribe', body)).status).toBe(200)
    const { subscriptions } = site.site.deviceSite
    expect(subscriptions.clientsFor('push', 'CP_5')).toEqual([clientId])
    expect(subscriptions.clientsFor('event', 'CP_5')).toEqual([clientId])
    ahead += 3_600_001
    expect(subscriptions.clientsFor('event', 'CP_5')).toEqual([])
    expect((await client.call('DELETE', '/push/CP_5/unsubscribe')).status).toBe(200)
    expect(await client.call('DELETE', '/push/CP_5/subscribe')).toMatchObject(refusal(404, '1206', /not told/))
  })
})

test('the OpenAPI document tells all calls', async () => {
  const { body } = await new DeviceClient(origin, null, null, { ca }).call('GET', '/devices/openapi.json')
  expect(body.openapi).toMatch(/^3\.1/)
  expect(Object.keys(body.paths)).toEqual(
    expect.arrayContaining([
      '/route',
      '/client',
      '/client/certificate',
      '/push/{id}/subscribe',
      '/event/{id}/subscribe',
      '/certificates',
      '/provisioning-templates/{name}/provision',
    ]),
  )
  const { post } = body.paths['/client/certificate']
  expect(Object.keys(post.responses)).toEqual(expect.arrayContaining(['200', '202']))
  expect(post.parameters.map(({ name }: { name: string }) => name)).toContain('x-client-id')
})
