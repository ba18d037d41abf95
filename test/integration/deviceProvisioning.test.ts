import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshEcKeys } from '../support/certificationRequests'
import { DeviceClient } from '../support/deviceClient'
import { connectDevice } from '../support/enrolledDevice'
import { csr, enrolling, refusal } from '../support/enrolling'
import { eventually } from '../support/eventually'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
let origin: string
let ca: string

beforeAll(async () => {
  site = await openTestSite({ tls: true })
  origin = site.tlsUrl.replace('wss:', 'https:')
  ca = site.site.authority.certificatePem('root')
})
afterAll(() => site.close())

const { device } = enrolling(() => site)

describe('in the shape of AWS', () => {
  test('a device gets a certificate, and claims it with a name', async () => {
    const { text } = await device({ name: 'Fleet' })
    const client = new DeviceClient(origin, text, null, { ca })
    const made = await client.call('POST', '/certificates', { certificateSigningRequest: csr('AWS IoT Certificate') })
    expect(made).toMatchObject({
      status: 200,
      body: { certificateId: expect.any(String), certificateOwnershipToken: expect.any(String) },
    })
    const claim = {
      certificateOwnershipToken: made.body.certificateOwnershipToken,
      parameters: { SerialNumber: 'inverter-7' },
    }
    const wrong = await client.call('POST', '/provisioning-templates/Other/provision', claim)
    expect(wrong).toMatchObject(refusal(404, '1205', /template/))
    const provisioned = await client.call('POST', '/provisioning-templates/Fleet/provision', claim)
    expect(provisioned).toMatchObject({ status: 200, body: { deviceConfiguration: {}, thingName: 'inverter-7' } })
    expect(await client.call('POST', '/provisioning-templates/Fleet/provision', claim)).toMatchObject(
      refusal(403, '1302', /ownership/),
    )
    const raw = new X509Certificate(made.body.certificatePem).raw
    expect(site.site.deviceSite.access.admit({ raw, problem: null })).toMatchObject({ clientId: 'inverter-7' })
  })
})

describe('over MQTT with a claim certificate', () => {
  const topics = ['$aws/certificates/create-from-csr/#', '$aws/provisioning-templates/#']
  const CREATE = '$aws/certificates/create-from-csr/json'

  test('a device gets a certificate and claims it, as AWS IoT has it; garbage is rejected', async () => {
    const policy = { clientIds: [], read: topics, write: topics }
    const { client, clientId } = await device({ name: 'Claim', policy })
    await client.register()
    const pair = freshEcKeys()
    const { body } = await client.certify(csr('claim', pair))
    const keysOfClaim = {
      cert: body.response.result.certificatePem,
      key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    }
    const inbox: string[] = []
    const claim = await connectDevice(site, keysOfClaim, { clientId }, inbox)
    await claim.subscribeAsync(topics, { qos: 1 })
    const ask = async (topic: string, question: object | string) => {
      const text = typeof question === 'string' ? question : JSON.stringify(question)
      await claim.publishAsync(topic, text, { qos: 1 })
      const of = () =>
        inbox.findLast((line) => line.startsWith(`${topic}/accepted `) || line.startsWith(`${topic}/rej`))
      await eventually(() => expect(of()).toBeDefined())
      const [heard = '', ...rest] = (of() ?? '').split(' ')
      inbox.splice(0)
      return { kind: heard.slice(topic.length + 1), answer: JSON.parse(rest.join(' ')) }
    }
    expect(await ask(CREATE, 'garbage')).toMatchObject({ kind: 'rejected', answer: { statusCode: 400 } })
    // It comes in several pieces, and is longer than any request.
    const tooLong = csr('AWS IoT Certificate').padEnd(20_000)
    expect(await ask(CREATE, { certificateSigningRequest: tooLong })).toMatchObject({ answer: { statusCode: 400 } })
    const made = await ask(CREATE, { certificateSigningRequest: csr('AWS IoT Certificate') })
    expect(made).toMatchObject({
      kind: 'accepted',
      answer: { certificatePem: expect.stringContaining('BEGIN CERTIFICATE'), certificateId: expect.any(String) },
    })
    const { certificateOwnershipToken } = made.answer
    const provision = (name: string) =>
      ask(`$aws/provisioning-templates/${name}/provision/json`, {
        certificateOwnershipToken,
        parameters: { ThingName: 'thing-1' },
      })
    expect(await provision('Other')).toMatchObject({
      kind: 'rejected',
      answer: { errorCode: 'unknown-template', errorMessage: expect.stringContaining('Other') },
    })
    expect(await provision('Claim')).toMatchObject({ kind: 'accepted', answer: { thingName: 'thing-1' } })
    await claim.endAsync()
  })
})
