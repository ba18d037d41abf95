import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lookUpFacts } from '@main/commands/facts'
import { wordOrder } from '@main/commands/order'
import { createAdapters } from '@main/csms/adapters'
import { createDialects } from '@main/csms/dialect'
import { openStore } from '@main/store/open'
import { STATION_COMMAND_NAMES, type StationCommand, type StationCommandName } from '@shared/commands'
import { PROTOCOLS, type Protocol } from '@shared/ocpp/station'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { commandsOf } from '../../support/commandArbitrary'

const dialects = createDialects(createAdapters())
const NOW = Date.parse('2026-05-04T10:00:00Z')
const CARDS = [1, 2, 3, 4, 5]
const KNOWN = { cards: CARDS, sessions: [7, 8, 9], firmware: [1, 2] }

/** What every version has words for, and what only some have. */
const CARRIED: Readonly<Partial<Record<StationCommandName, readonly Protocol[]>>> = {
  'report-selected': ['ocpp2.0.1', 'ocpp2.1'],
  'report-limits': ['ocpp2.0.1', 'ocpp2.1'],
  'show-message': ['ocpp2.0.1', 'ocpp2.1'],
  'clear-message': ['ocpp2.0.1', 'ocpp2.1'],
  'report-messages': ['ocpp2.0.1', 'ocpp2.1'],
  'show-cost': ['ocpp2.0.1', 'ocpp2.1'],
  'publish-firmware': ['ocpp2.0.1', 'ocpp2.1'],
  'unpublish-firmware': ['ocpp2.0.1', 'ocpp2.1'],
  'customer-information': ['ocpp2.0.1', 'ocpp2.1'],
  'set-monitoring-base': ['ocpp2.0.1', 'ocpp2.1'],
  'set-monitoring-level': ['ocpp2.0.1', 'ocpp2.1'],
  'set-monitor': ['ocpp2.0.1', 'ocpp2.1'],
  'clear-monitors': ['ocpp2.0.1', 'ocpp2.1'],
  'report-monitors': ['ocpp2.0.1', 'ocpp2.1'],
  'transaction-status': ['ocpp2.0.1', 'ocpp2.1'],
}

let say: (protocol: Protocol, command: StationCommand) => Promise<ReturnType<typeof wordOrder>>

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chargehand-test-'))
  const store = openStore({ folder, onLazyFailure: () => {} })
  await store.writer.write((db) =>
    db.exec(`
      INSERT INTO station (id, identity, label, admission, created_at) VALUES (1, 'CP_1', '', 'admitted', 0);
      INSERT INTO card (id, token, token_type, holder, label, card_group, valid_until, blocked, created_at, updated_at)
      VALUES (1, '04A1B2C3', 'ISO14443', '', '', '', NULL, 0, 0, 0),
             (2, '04A1B2C3', 'ISO15693', '', '', 'STAFF', ${NOW + 1}, 1, 0, 0),
             (3, '1234', 'KeyCode', '', '', '', ${NOW - 1}, 0, 0, 0),
             (4, '${'A'.repeat(36)}', 'Central', '', '', 'STAFF', NULL, 0, 0, 0),
             (5, 'ÄÖ-1', 'Local', '', '', '', NULL, 0, 0, 0);`),
  )
  const sessions: Readonly<Record<number, { transaction_id: string; evse_id: number | null }>> = {
    7: { transaction_id: '7', evse_id: 1 },
    8: { transaction_id: '550e8400-e29b-41d4-a716-446655440000', evse_id: 2 },
    9: { transaction_id: '-1', evse_id: null },
  }
  await store.writer.write((db) => {
    const columns = (db.pragma('table_info(session)') as { name: string }[]).map(({ name }) => name)
    expect(columns).toEqual(expect.arrayContaining(['id', 'station_id', 'transaction_id', 'evse_id']))
    for (const [id, row] of Object.entries(sessions)) {
      db.prepare(
        `INSERT INTO session (id, station_id, transaction_id, evse_id, state, doubts, seq_apart, updated_at)
         VALUES (?, 1, ?, ?, 'running', '[]', 0, 0)`,
      ).run(id, row.transaction_id, row.evse_id)
    }
  })
  const files = {
    firmware: (id: number) =>
      id === 1
        ? { signature: null, signingCertificate: null }
        : { signature: 'c2lnbg==', signingCertificate: '-----BEGIN CERTIFICATE-----' },
    uploadLink: async () => 'http://192.0.2.1:9000/files/u/secret',
    downloadLink: async () => 'http://192.0.2.1:9000/files/d/secret/firmware.bin',
  }
  say = async (protocol, command) => {
    const order = { kind: 'command', command } as const
    const looked = await lookUpFacts(
      { read: store.read, files, cards: { check: () => ({ status: 'accepted' }) } },
      { stationId: 1, protocol, number: 4_711, now: NOW },
      order,
      true,
    )
    return looked.kind === 'facts' ? wordOrder(dialects[protocol], order, looked.facts) : looked
  }
  return () => {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

describe.each(PROTOCOLS)('in %s', (protocol) => {
  it.each(STATION_COMMAND_NAMES)(
    'whatever %s says fits the official schema, or is refused with a reason',
    async (name) => {
      let worded = 0
      await fc.assert(
        fc.asyncProperty(commandsOf(name, KNOWN), async (command) => {
          const said = await say(protocol, command)
          expect(said.kind, JSON.stringify({ command, said })).not.toBe('invalid')
          if (said.kind === 'worded') worded += 1
        }),
        { numRuns: 60 },
      )
      const isCarried = (CARRIED[name] ?? PROTOCOLS).includes(protocol)
      expect(dialects[protocol].carriers(name).length > 0).toBe(isCarried)
      expect(worded > 0).toBe(isCarried)
    },
  )
})
