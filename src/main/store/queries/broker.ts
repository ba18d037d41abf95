import { all, inRows, one, type ReadDb, run, type WriteDb } from '../handles'

export interface BrokerSubscriptionRow {
  readonly client_id: string
  readonly topic: string
  /** JSON. */
  readonly options: string
}

export function brokerSubscriptions(db: ReadDb): BrokerSubscriptionRow[] {
  return all(db, 'SELECT client_id, topic, options FROM broker_subscription')
}

export function saveBrokerSubscription(db: WriteDb, row: BrokerSubscriptionRow): void {
  run(
    db,
    'INSERT INTO broker_subscription (client_id, topic, options) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET options = excluded.options',
    row.client_id,
    row.topic,
    row.options,
  )
}

export function deleteBrokerSubscription(db: WriteDb, clientId: string, topic: string): void {
  run(db, 'DELETE FROM broker_subscription WHERE client_id = ? AND topic = ?', clientId, topic)
}

export interface BrokerRetainedRow {
  readonly topic: string
  readonly client_id: string | null
  readonly qos: 0 | 1 | 2
  readonly payload: Buffer
}

export function brokerRetained(db: ReadDb): BrokerRetainedRow[] {
  return all(db, 'SELECT topic, client_id, qos, payload FROM broker_retained')
}

export function saveBrokerRetained(db: WriteDb, row: BrokerRetainedRow): void {
  run(
    db,
    `INSERT INTO broker_retained (topic, client_id, qos, payload) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET client_id = excluded.client_id, qos = excluded.qos, payload = excluded.payload`,
    row.topic,
    row.client_id,
    row.qos,
    row.payload,
  )
}

export function deleteBrokerRetained(db: WriteDb, topic: string): void {
  run(db, 'DELETE FROM broker_retained WHERE topic = ?', topic)
}

export interface BrokerOutgoingRow {
  readonly id: number
  readonly client_id: string
  readonly broker_id: string
  readonly broker_counter: number
  readonly message_id: number | null
  readonly released: 0 | 1
  readonly topic: string
  readonly qos: 1 | 2
  readonly retain: 0 | 1
  readonly payload: Buffer
}

/** In their order. */
export function brokerOutgoing(db: ReadDb): BrokerOutgoingRow[] {
  return all(db, 'SELECT * FROM broker_outgoing ORDER BY id')
}

export function lastBrokerOutgoing(db: ReadDb): number {
  return one<{ last: number | null }>(db, 'SELECT max(id) AS last FROM broker_outgoing')?.last ?? 0
}

const insertOutgoing = inRows(
  10,
  (rows) => `INSERT INTO broker_outgoing (id, client_id, broker_id, broker_counter, message_id, released, topic, qos,
    retain, payload) VALUES ${Array(rows).fill('(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
)

export function insertBrokerOutgoing(db: WriteDb, rows: readonly BrokerOutgoingRow[]): void {
  insertOutgoing(
    db,
    rows.flatMap((row) => [
      row.id,
      row.client_id,
      row.broker_id,
      row.broker_counter,
      row.message_id,
      row.released,
      row.topic,
      row.qos,
      row.retain,
      row.payload,
    ]),
  )
}

/** Notes the number under which a message was sent. */
export function setBrokerMessageId(db: WriteDb, id: number, messageId: number): void {
  run(db, 'UPDATE broker_outgoing SET message_id = ? WHERE id = ?', messageId, id)
}

/** Notes that the client has the message. */
export function releaseBrokerOutgoing(db: WriteDb, id: number, messageId: number): void {
  run(
    db,
    "UPDATE broker_outgoing SET released = 1, message_id = ?, topic = '', payload = x'' WHERE id = ?",
    messageId,
    id,
  )
}

const removeOutgoing = inRows(
  1,
  (rows) => `DELETE FROM broker_outgoing WHERE id IN (${Array(rows).fill('?').join(', ')})`,
)

export function deleteBrokerOutgoing(db: WriteDb, ids: readonly number[]): void {
  removeOutgoing(db, [...ids])
}

export interface BrokerIncomingRow {
  readonly client_id: string
  readonly message_id: number
}

export function brokerIncoming(db: ReadDb): BrokerIncomingRow[] {
  return all(db, 'SELECT client_id, message_id FROM broker_incoming')
}

export function insertBrokerIncoming(db: WriteDb, { client_id, message_id }: BrokerIncomingRow): void {
  run(
    db,
    'INSERT INTO broker_incoming (client_id, message_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
    client_id,
    message_id,
  )
}

export function deleteBrokerIncoming(db: WriteDb, { client_id, message_id }: BrokerIncomingRow): void {
  run(db, 'DELETE FROM broker_incoming WHERE client_id = ? AND message_id = ?', client_id, message_id)
}

export function deleteBrokerIncomingOf(db: WriteDb, clientId: string): void {
  run(db, 'DELETE FROM broker_incoming WHERE client_id = ?', clientId)
}

export interface BrokerWillRow {
  readonly client_id: string
  readonly broker_id: string
  readonly topic: string
  readonly qos: 0 | 1 | 2
  readonly retain: 0 | 1
  readonly payload: Buffer
}

export function brokerWills(db: ReadDb): BrokerWillRow[] {
  return all(db, 'SELECT client_id, broker_id, topic, qos, retain, payload FROM broker_will')
}

export function saveBrokerWill(db: WriteDb, row: BrokerWillRow): void {
  run(
    db,
    `INSERT OR REPLACE INTO broker_will (client_id, broker_id, topic, qos, retain, payload) VALUES (?, ?, ?, ?, ?, ?)`,
    row.client_id,
    row.broker_id,
    row.topic,
    row.qos,
    row.retain,
    row.payload,
  )
}

export function deleteBrokerWill(db: WriteDb, clientId: string): void {
  run(db, 'DELETE FROM broker_will WHERE client_id = ?', clientId)
}
