import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { APPLICATION_ID, migrate } from '@main/store/migrate'
import { MIGRATIONS } from '@main/store/migrations'
import type { Migration } from '@main/store/migrations/migration'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { testFolder } from '../../support/testStore'

const FOLDER = join(import.meta.dirname, '../../../src/main/store/migrations')
const FILES = readdirSync(FOLDER).filter((file) => /^\d{4}-/.test(file))

/** The tables that each step brings into the database, by the name of its file. A new step needs its line here. */
const BROUGHT: Readonly<Record<string, readonly string[]>> = {
  '0001-first.ts': [
    'audit',
    'authority',
    'authorization_log',
    'card',
    'certificate',
    'certificate_request',
    'connector',
    'raw_event',
    'reading',
    'security_event',
    'session',
    'setting',
    'station',
    'unknown_card',
  ],
  '0002-notices.ts': ['notice'],
  '0003-commands.ts': ['command', 'command_progress'],
  '0004-variables.ts': ['variable', 'variable_report'],
  '0005-ledger.ts': [
    'gap_question',
    'interpret_again',
    'interpretation',
    'session_event',
    'session_place',
    'settlement',
  ],
  '0006-ledger-scale.ts': ['session_token'],
  '0007-files.ts': ['file', 'ticket'],
  '0008-tolerance.ts': ['station_quirk', 'station_tolerance'],
  '0009-presented-cards.ts': [],
  '0010-security-profiles.ts': ['refused_call', 'station_security'],
  '0011-revocation.ts': ['renewal', 'revocation_list'],
  '0012-backup.ts': ['backup_plan', 'backup_run'],
  '0013-upgrades.ts': ['upgrade', 'upgrade_step'],
  '0014-authority-generations.ts': ['cross_certificate', 'trust_report'],
  '0015-desk-rules.ts': ['approver', 'desk_rule', 'desk_rule_use'],
  '0016-broker.ts': [
    'broker_incoming',
    'broker_outgoing',
    'broker_retained',
    'broker_subscription',
    'broker_will',
    'meter_power',
  ],
  '0017-devices.ts': ['api_token', 'device', 'device_certificate', 'device_subscription', 'device_token'],
  '0018-readers.ts': ['number_form'],
  '0019-card-rules.ts': ['card_wanted'],
  '0020-local-lists.ts': ['local_list', 'local_list_entry'],
  '0021-operators.ts': ['operator'],
  '0022-tariffs.ts': ['tariff'],
  '0023-presented-groups.ts': ['presented'],
  '0024-removed-devices.ts': [],
  '0025-long-sessions.ts': [],
}

/** The tables that a step takes away; a view may stand where one was. */
const TOOK: Readonly<Record<string, readonly string[]>> = {
  '0023-presented-groups.ts': ['authorization_log'],
}

/** All tables after a step, in order. */
const tablesAfter = (index: number) => {
  const done = FILES.slice(0, index + 1)
  const gone = new Set(done.flatMap((file) => TOOK[file] ?? []))
  return done
    .flatMap((file) => BROUGHT[file] ?? [])
    .filter((table) => !gone.has(table))
    .sort()
}

const memory = () => new Database(':memory:')
const version = (db: Database.Database) => db.pragma('user_version', { simple: true })
const tables = (db: Database.Database) =>
  db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all()

test('every file of the folder is a step in the list, in its order, and has its test', () => {
  expect(FILES).toEqual(Object.keys(BROUGHT))
  expect(MIGRATIONS.map((migration) => migration.version)).toEqual(FILES.map((_, index) => index + 1))
  expect(FILES.map((file) => Number(file.slice(0, 4)))).toEqual(MIGRATIONS.map((migration) => migration.version))
})

test.each(FILES.map((file, index) => [file, index] as const))('%s leads to its tables', (_, index) => {
  const db = memory()
  migrate(db, MIGRATIONS.slice(0, index + 1), 'x')
  expect(version(db)).toBe(index + 1)
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  expect(tables(db)).toEqual(tablesAfter(index))
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  db.close()
})

test('doing them twice does them once', () => {
  const db = memory()
  migrate(db, MIGRATIONS, 'x')
  migrate(db, MIGRATIONS, 'x')
  expect(version(db)).toBe(MIGRATIONS.length)
  db.close()
})

test('a step that fails halfway leaves the version and the tables of the step before', () => {
  const db = new Database(join(testFolder(), 'x.db'))
  const broken: Migration = {
    version: MIGRATIONS.length + 1,
    up(target) {
      target.exec('CREATE TABLE half (id INTEGER) STRICT')
      throw new Error('power cut')
    },
  }
  expect(() => migrate(db, [...MIGRATIONS, broken], 'x')).toThrow('power cut')
  expect(version(db)).toBe(MIGRATIONS.length)
  expect(tables(db)).toEqual(tablesAfter(FILES.length - 1))
  db.close()
})

test('the log of presented cards is kept when its table is made anew', () => {
  const db = memory()
  const before = MIGRATIONS.filter(({ version }) => version < 9)
  migrate(db, before, 'file')
  db.exec(`INSERT INTO station (id, identity, admission, created_at) VALUES (1, 'CP_1', 'admitted', 0);
    INSERT INTO authorization_log (id, at, station_id, token, token_type, status)
    VALUES (7, 1, 1, 'AA', 'ISO14443', 'accepted'), (9, 2, 1, 'BB', '', 'unknown')`)
  migrate(db, MIGRATIONS, 'file')
  expect(db.prepare('SELECT id, at, token FROM authorization_log ORDER BY id').all()).toEqual([
    { id: 7, at: 1, token: 'AA' },
    { id: 9, at: 2, token: 'BB' },
  ])
  db.close()
})

test('presented cards are kept, each with all that is known of it, when they are put into groups', () => {
  const db = memory()
  migrate(db, MIGRATIONS.slice(0, 22), 'file')
  const columns = 'id, at, station_id, token, token_type, status, reason'
  db.exec(`INSERT INTO authorization_log (${columns}) VALUES (7, 5, 1, 'A"A', 'ISO14443', 'accepted', NULL),
    (9, 2, 2, 'BB', '', 'expired', '{"status":"expired","since":4}')`)
  const all = `SELECT ${columns} FROM authorization_log ORDER BY id`
  const before = db.prepare(all).all()
  expect(before).toHaveLength(2)
  migrate(db, MIGRATIONS, 'file')
  expect(db.prepare(all).all()).toEqual(before)
  expect(db.prepare('SELECT id, cards, at, station_id FROM presented ORDER BY id').all()).toEqual([
    { id: 7, cards: 1, at: 5, station_id: 1 },
    { id: 9, cards: 1, at: 2, station_id: 2 },
  ])
  db.close()
})

test('requests are kept, with their numbers and certificates, when their table is made anew', () => {
  const db = memory()
  db.pragma('foreign_keys = ON')
  migrate(
    db,
    MIGRATIONS.filter(({ version }) => version < 15),
    'file',
  )
  db.exec(`INSERT INTO station (id, identity, admission, created_at) VALUES (1, 'CP_1', 'admitted', 0);
    INSERT INTO certificate_request (id, station_id, request_key, csr, status, severity, transport, protocol,
      remote_address, authenticated, possession, received_at, last_received_at, times)
    VALUES (5, 1, 'k5', 'csr', 'approved', 'ok', 'ws', 'ocpp1.6', '::1', 1, 1, 1, 2, 3),
      (9, 1, 'k9', 'csr', 'pending', 'ok', 'ws', 'ocpp1.6', '::1', 1, 1, 1, 2, 3);
    INSERT INTO certificate (id, station_id, request_id, serial_number, spki_sha256, pem, chain_pem, not_after, issued_at,
      delivery, delivery_at, seen_at) VALUES (3, 1, 5, 'aa', 'k5', 'pem', 'chain', 9, 1, 'accepted', 1, 4);
    INSERT INTO renewal (certificate_id, times, asked_at, command_id) VALUES (3, 1, 1, 1);
    DELETE FROM certificate_request WHERE id = 9`)
  migrate(db, MIGRATIONS, 'file')
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(db.prepare('SELECT * FROM certificate_request').get()).toMatchObject({
    id: 5,
    station_id: 1,
    device_id: null,
    by_certificate: 0,
    times: 3,
  })
  expect(db.prepare('SELECT id FROM certificate WHERE request_id = 5').pluck().all()).toEqual([3])
  // A number that was given once is never given again.
  const insert = `INSERT INTO certificate_request (device_id, device_name, request_key, csr, status, severity, transport,
    protocol, remote_address, authenticated, by_certificate, possession, received_at, last_received_at, times)
    VALUES (1, 'gateway', 'k', 'csr', 'pending', 'ok', 'wss', 'https', '::1', 1, 0, 1, 1, 1, 1)`
  expect(Number(db.prepare(insert).run().lastInsertRowid)).toBe(10)
  expect(() => db.exec(insert)).toThrow('UNIQUE')
  expect(() => db.exec('UPDATE certificate_request SET station_id = 1 WHERE id = 10')).toThrow('CHECK')
  expect(() => db.exec('DELETE FROM certificate_request WHERE id = 5')).toThrow('FOREIGN KEY')
  db.close()
})

test('a step that makes tables anew and loses what others refer to is taken back', () => {
  const db = memory()
  db.pragma('foreign_keys = ON')
  migrate(db, MIGRATIONS, 'file')
  db.exec(`INSERT INTO station (id, identity, admission, created_at) VALUES (1, 'CP_1', 'admitted', 0);
    INSERT INTO notice (station_id, received_at, topic, action, payload) VALUES (1, 1, 'x', 'x', '{}')`)
  const lossy: Migration = {
    version: MIGRATIONS.at(-1)?.version ?? 0,
    rebuilds: true,
    up: (target) => target.exec('DELETE FROM station'),
  }
  expect(() => migrate(db, [...MIGRATIONS, { ...lossy, version: lossy.version + 1 }], 'file')).toThrow('missing')
  expect(db.prepare('SELECT count(*) FROM station').pluck().get()).toBe(1)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  db.close()
})

test('callers that were turned away are kept when their table is made anew', () => {
  const db = memory()
  migrate(
    db,
    MIGRATIONS.filter(({ version }) => version < 16),
    'file',
  )
  db.exec(`INSERT INTO refused_call (id, kind, identity, remote_address, transport, reason, detail, times, first_at, last_at)
    VALUES (7, 'x', 'CP_1', '192.0.2.1', 'wss', 'no-password', '{}', 3, 1, 2)`)
  migrate(db, MIGRATIONS, 'file')
  expect(db.prepare('SELECT id, kind, transport, times, last_at FROM refused_call').all()).toEqual([
    { id: 7, kind: 'x', transport: 'wss', times: 3, last_at: 2 },
  ])
  db.close()
})

test('the authority is the first generation, and what it signed and listed belongs to it', () => {
  const db = memory()
  db.pragma('foreign_keys = ON')
  migrate(
    db,
    MIGRATIONS.filter(({ version }) => version < 14),
    'file',
  )
  db.exec(`INSERT INTO authority (role, certificate_pem, spki_sha256, sealed_key)
      VALUES ('issuing', 'issuing pem', 'i', x'01'), ('root', 'root pem', 'r', x'02');
    INSERT INTO revocation_list (issuer, number, made_at, next_update, revoked, der) VALUES ('issuing', 7, 1, 2, 0, x'03');
    INSERT INTO station (id, identity, admission, created_at) VALUES (1, 'CP_1', 'admitted', 0);
    INSERT INTO certificate_request (id, station_id, request_key, csr, status, severity, transport, protocol,
      remote_address, authenticated, possession, received_at, last_received_at, times)
    VALUES (5, 1, 'k5', 'csr', 'approved', 'ok', 'ws', 'ocpp1.6', '::1', 1, 1, 1, 2, 3);
    INSERT INTO certificate (id, station_id, request_id, serial_number, spki_sha256, pem, chain_pem, not_after, issued_at,
      delivery, delivery_at) VALUES (3, 1, 5, 'aa', 'k5', 'pem', 'chain', 9, 1, 'accepted', 1)`)
  migrate(db, MIGRATIONS, 'file')
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(
    db.prepare('SELECT id, role, generation, state, root_id, sealed_key FROM authority ORDER BY id').all(),
  ).toEqual([
    { id: 1, role: 'root', generation: 1, state: 'current', root_id: null, sealed_key: Buffer.from([2]) },
    { id: 2, role: 'issuing', generation: 1, state: 'current', root_id: 1, sealed_key: Buffer.from([1]) },
  ])
  expect(db.prepare('SELECT authority_id FROM certificate').pluck().get()).toBe(2)
  expect(db.prepare('SELECT issuer_id, number FROM revocation_list').all()).toEqual([{ issuer_id: 2, number: 7 }])
  const second = db.prepare(`INSERT INTO authority (role, generation, state, certificate_pem, spki_sha256, changed_at)
    VALUES ('root', 2, 'current', '', '', 0)`)
  expect(() => second.run()).toThrow(/UNIQUE/)
  db.close()
})
