import { migrate } from '@main/store/migrate'
import { MIGRATIONS } from '@main/store/migrations'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'

test('a ledger of the version before is taken over: its events by session, its places, its doubts', () => {
  const db = new Database(':memory:')
  migrate(
    db,
    MIGRATIONS.filter(({ version }) => version < 5),
    'x',
  )
  db.exec(`
    INSERT INTO station (id, identity, admission, created_at) VALUES (1, 'CP_1', 'admitted', 0), (2, 'CP_2', 'admitted', 0);
    INSERT INTO session (id, station_id, transaction_id, evse_id, state, started_at, ended_at, doubts, seq_first, seq_last, seq_apart, updated_at)
      VALUES (1, 1, 'tx', 2, 'ended', 10, 20, '["conflict"]', 0, 1, 1, 0), (2, 2, 'tx', 1, 'running', 10, NULL, '[]', 0, 0, 0, 0);
    INSERT INTO raw_event (station_id, protocol, action, received_at, content_key, transaction_id, seq_no, apart, frame, reply, problem) VALUES
      (1, 'ocpp2.0.1', 'TransactionEvent', 1, x'01', 'tx', 0, 0, '[]', '{}', NULL),
      (1, 'ocpp2.0.1', 'TransactionEvent', 2, x'02', 'tx', 1, 0, '[]', '{}', NULL),
      (1, 'ocpp2.0.1', 'TransactionEvent', 3, x'03', 'tx', 1, 0, '[]', '{}', NULL),
      (2, 'ocpp2.0.1', 'TransactionEvent', 4, x'04', 'tx', 0, 0, '[]', '{}', NULL),
      (1, 'ocpp2.0.1', 'TransactionEvent', 5, x'05', 'tx', 7, 1, '[]', '{}', NULL),
      (1, 'ocpp2.0.1', 'TransactionEvent', 6, x'06', NULL, NULL, 0, '[]', NULL, 'not valid');
  `)
  migrate(db, MIGRATIONS, 'x')
  const all = (sql: string) => db.prepare(sql).raw().all()
  expect(all('SELECT session_id, raw_event_id FROM session_event ORDER BY 1, 2')).toEqual([
    [1, 1],
    [1, 2],
    [1, 3],
    [1, 5],
    [2, 4],
  ])
  expect(all('SELECT session_id, seq_no FROM session_place')).toEqual([[1, 7]])
  expect(all('SELECT up_to FROM interpretation')).toEqual([[6]])
  expect(all('SELECT id, place_conflict, unsettled, ends, evse_seq, evse_at FROM session ORDER BY id')).toEqual([
    [1, 1, 1, 1, 0, 10],
    [2, 0, 0, 0, 0, 10],
  ])
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})
