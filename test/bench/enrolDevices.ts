import { createRouter } from '@main/service'
import type { Site } from '@main/site'
import { createRouterClient } from '@orpc/server'
import { privateKeyPem, requestKey } from '@simulator/pki/keys'
import type { MqttPlace } from './entries/mqttLoad'
import { deviceNames } from './population'

/** Makes the devices of the load known to a site, with certificates as devices get them. */
export async function enrolDevices(site: Site): Promise<MqttPlace> {
  const client = createRouterClient(createRouter(site), { context: { actor: 'bench' } })
  const names = [...deviceNames('publisher'), ...deviceNames('subscriber')]
  const made = await client.devices.makeToken({
    name: 'bench',
    signing: 'at-once',
    usesMax: names.length,
    endsAt: null,
    policy: { clientIds: [], read: ['bench/#'], write: ['bench/#'] },
  })
  if (made.kind !== 'made') throw new Error('no token')
  const { tokens, devices, enrolment } = site.deviceSite
  const redeemed = tokens.redeem(`Bearer ${made.token}`)
  if (redeemed.kind !== 'token') throw new Error('the token is not taken')
  const enrol = async (id: string) => {
    const facts = { clientId: id, type: 'MQTT', serviceCode: '', deviceType: '', allowExist: false }
    await devices.register(redeemed.token, facts, '127.0.0.1')
    const { csrPem, keys } = await requestKey('EC', id, 'Bench')
    const from = { remoteAddress: '127.0.0.1', byCertificate: false }
    const outcome = await enrolment.certify(redeemed.token, id, csrPem, from)
    if (outcome.kind !== 'certificate') throw new Error(`${id} was not certified: ${outcome.kind}`)
    return { id, key: await privateKeyPem(keys), cert: outcome.certificate.chain_pem }
  }
  const publishers: MqttPlace['publishers'][number][] = []
  const subscribers: MqttPlace['subscribers'][number][] = []
  for (const name of deviceNames('publisher')) publishers.push(await enrol(name))
  for (const name of deviceNames('subscriber')) subscribers.push(await enrol(name))
  const url = site.state().listeners.find((listener) => listener.url.startsWith('wss:'))?.url ?? ''
  return { port: Number(new URL(url).port), ca: site.authority.certificatePem('root'), publishers, subscribers }
}
