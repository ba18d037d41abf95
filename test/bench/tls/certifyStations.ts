import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { issueCertificate, issuerOf } from '@main/ca/issue'
import { newSerialNumber } from '@main/ca/serialNumber'
import { newServerCredentials } from '@main/ca/server/serverCredentials'
import type { Site } from '@main/site'
import { insertCertificate } from '@main/store/queries/certificates'
import { insertRequest } from '@main/store/queries/requests'
import { serialNumberOf } from '../population'
import type { TlsMaterial } from './material'

const DAY = 86_400_000

/**
 * Gives every station a certificate that it has taken, and profile 3; leaves in `file` what the chargers need to come in,
 * and what a server needs to be compared with.
 */
export async function certifyStations(site: Site, file: string): Promise<void> {
  // In the order of their numbers.
  const stations = site.stations.viewAll().toSorted((a, b) => (a.identity < b.identity ? -1 : 1))
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const now = Date.now()
  const issued = await site.authority.withIssuing(async (issuing) => {
    const issuer = await issuerOf(issuing)
    return Promise.all(
      stations.map((_, index) =>
        issueCertificate(
          {
            profile: 'station',
            commonName: serialNumberOf(index),
            organisation: site.state().organisation,
            publicKey: spki,
            certificateSerialNumber: newSerialNumber(randomBytes),
            now,
          },
          issuer,
        ),
      ),
    )
  })
  await site.store.writer.write((db) => {
    for (const [index, { pem, chainPem, serialNumberHex, notAfter }] of issued.entries()) {
      const stationId = stations[index]?.id ?? 0
      const request_id = insertRequest(db, {
        station_id: stationId,
        device_id: null,
        device_name: null,
        request_key: String(index),
        csr: '',
        certificate_type: null,
        station_request_id: null,
        asked_root: null,
        subject: null,
        status: 'approved',
        severity: 'ok',
        transport: 'wss',
        protocol: 'ocpp2.0.1',
        remote_address: '127.0.0.1',
        authenticated: 1,
        by_certificate: 0,
        possession: 1,
        received_at: now,
        last_received_at: now,
      })
      insertCertificate(db, {
        station_id: stationId,
        request_id,
        serial_number: serialNumberHex.toLowerCase(),
        spki_sha256: '',
        pem,
        chain_pem: chainPem,
        not_after: notAfter,
        issued_at: now,
        delivery: 'accepted',
        delivery_at: now,
      })
    }
  })
  for (const { id } of stations) {
    const outcome = await site.access.setProfile('bench', id, 3)
    if (outcome.kind !== 'saved') throw new Error(`profile 3 was not set: ${outcome.kind}`)
  }
  const { key, cert } = await newServerCredentials({
    authority: site.authority,
    organisation: site.state().organisation,
    names: { dns: ['localhost'], addresses: ['127.0.0.1'] },
    now,
    validMs: DAY,
  })
  const material: TlsMaterial = {
    clientKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    clients: issued.map(({ chainPem }) => chainPem),
    trusted: site.authority.trustedPems(),
    server: { key, cert },
  }
  writeFileSync(file, JSON.stringify(material), { mode: 0o600 })
}
