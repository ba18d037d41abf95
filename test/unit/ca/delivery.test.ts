import { createDelivery } from '@main/ca/delivery'
import { createChanges } from '@main/changes'
import type { CommandResult, StationLinks } from '@main/stations/commands'
import { createStations } from '@main/stations/stations'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/testStore'

type Answer = CommandResult<'deliver-certificate'>

test('a station that comes back while the old connection still waits for its answer gets its certificate on the new one', async () => {
  const store = openTestStore()
  const changes = createChanges()
  const stations = createStations({ store, clock: Date.now, changes })
  const { stationId } = await stations.register('manager', 'CP_1', '', 'SN-1')
  await store.writer.write((db) =>
    db.exec(`
      INSERT INTO certificate_request (id, station_id, request_key, csr, status, severity, transport, protocol,
        remote_address, authenticated, by_certificate, possession, received_at, last_received_at, times)
      VALUES (1, ${stationId}, 'key', 'csr', 'approved', 'ok', 'ws', 'ocpp2.0.1', '127.0.0.1', 0, 0, 1, 0, 0, 1);
      INSERT INTO certificate (id, station_id, request_id, serial_number, spki_sha256, pem, chain_pem, not_after,
        issued_at, delivery, delivery_at)
      VALUES (1, ${stationId}, 1, '40', 'key', 'leaf', 'chain', ${Date.now() + 86_400_000}, 0, 'waiting', 0);`),
  )
  const sent: ((answer: Answer) => void)[] = []
  const links: StationLinks = {
    request: async () => ({ kind: 'offline' }),
    send: (() => new Promise<Answer>((resolve) => sent.push(resolve))) as StationLinks['send'],
    disconnect: () => {},
  }
  const failures: unknown[] = []
  const onFailure = (error: unknown) => failures.push(error)
  const delivery = createDelivery({ store, clock: Date.now, changes, stations, links, onFailure })
  const connect = () =>
    stations.connected(stationId, {
      protocol: 'ocpp2.0.1',
      remoteAddress: '127.0.0.1',
      transport: 'ws',
      authenticated: false,
      httpOrigin: 'http://192.0.2.1:9000',
      since: Date.now(),
    })

  connect()
  expect(await delivery.deliver(1)).toBe('sent')
  connect()
  await delivery.stationReady(stationId)
  expect(sent).toHaveLength(1)

  const resent = expect.poll(() => sent.length).toBe(2)
  sent[0]?.({ kind: 'no-answer' })
  await resent
  expect(failures).toEqual([])
})
