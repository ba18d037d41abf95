import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DeviceClient } from '../support/deviceClient'
import { environment } from '../support/environment'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
let client: DeviceClient
beforeAll(async () => {
  site = await openTestSite({ tls: true, deviceLimits: { callsPerAddress: 1_000_000 } })
  const made = await site.client.devices.makeToken({
    name: 'Fuzz',
    signing: 'at-once',
    usesMax: null,
    endsAt: null,
    policy: { clientIds: [], read: [], write: [] },
  })
  if (made.kind !== 'made') throw new Error(made.kind)
  const ca = site.site.authority.certificatePem('root')
  client = new DeviceClient(site.tlsUrl.replace('wss:', 'https:'), made.token, 'fuzz', { ca })
  await client.register()
})
afterAll(() => site.close())

const CALLS = [
  ['POST', '/client'],
  ['POST', '/client/certificate'],
  ['POST', '/push/x/subscribe'],
  ['POST', '/event/x/subscribe'],
  ['DELETE', '/push/x/unsubscribe'],
  ['POST', '/certificates'],
  ['POST', '/provisioning-templates/Fuzz/provision'],
  ['GET', '/push'],
] as const

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
)
const NAMES = [
  'csr',
  'type',
  'allowExist',
  'service-code',
  'certificateSigningRequest',
  'certificateOwnershipToken',
  'parameters',
  'expire',
]
const fields = fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), value, { maxKeys: 5 })
const body = fc.oneof(
  fields,
  fields.map((inner) => ({ body: inner })),
  fc.string(),
  fc.json(),
  value,
)
/** Some of the signs that a header may have; with others no client would send it. */
const headerText = fc.stringMatching(/^[!-~]{1,80}$/)

test('no call of any content makes the interface of devices fail, and all refusals are in the envelope', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...CALLS),
      body,
      fc.option(headerText, { nil: 'fuzz' }),
      async ([method, path], content, clientId) => {
        const sent = method === 'GET' ? undefined : typeof content === 'string' ? content : JSON.stringify(content)
        const { status, body: answer } = await client.call(method, path, sent, { 'x-client-id': clientId })
        expect(status).toBeLessThan(500)
        if (status >= 400) {
          expect(answer).toMatchObject({
            error: { code: expect.stringMatching(/^\d{4}$/), message: expect.any(String) },
          })
        }
      },
    ),
    { numRuns: Math.ceil(environment.frames / 100), seed: environment.seed },
  )
})
