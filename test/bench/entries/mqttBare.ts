import { writeFileSync } from 'node:fs'
import { createServer } from 'node:tls'
import { parseArgs } from 'node:util'
import { privateKeyPem, requestKey } from '@simulator/pki/keys'
import { Aedes } from 'aedes'
import { TestCa } from '../../support/testCa'
import { deviceNames } from '../population'
import { failToStart, serveUnderTest } from '../serveUnderTest'
import type { MqttPlace } from './mqttLoad'

// aedes as it comes, behind TLS that lets in who shows a certificate of the authority: what a broker costs at least.
const { values } = parseArgs({ options: { file: { type: 'string', default: '' } } })

run(values.file).catch(failToStart)

async function run(file: string): Promise<void> {
  const ca = await TestCa.create()
  const aedes = await Aedes.createBroker()
  const authorities = [ca.root.certificate, ca.issuing.certificate].map((certificate) => certificate.toString('pem'))
  const server = createServer({
    ...(await ca.serverCredentials()),
    ca: authorities,
    requestCert: true,
    rejectUnauthorized: true,
    ALPNProtocols: ['x-amzn-mqtt-ca'],
  })
  server.on('secureConnection', (socket) => void aedes.handle(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const device = async (id: string) => {
    const { csrPem, keys } = await requestKey('EC', id, 'Bench')
    return { id, key: await privateKeyPem(keys), cert: await ca.sign(csrPem) }
  }
  const place: MqttPlace = {
    port,
    ca: authorities[0] ?? '',
    publishers: await Promise.all(deviceNames('publisher').map(device)),
    subscribers: await Promise.all(deviceNames('subscriber').map(device)),
  }
  writeFileSync(file, JSON.stringify(place))
  serveUnderTest({ url: `mqtts://127.0.0.1:${port}`, link: null }, async () => {
    server.close()
    await new Promise<void>((resolve) => aedes.close(() => resolve()))
  })
}
