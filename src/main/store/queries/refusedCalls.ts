import type { CallRefusal } from '@shared/ocpp/refusedCall'
import { all, type ReadDb, run, type WriteDb } from '../handles'

export interface RefusedCallRow {
  readonly kind: string
  readonly identity: string | null
  readonly remote_address: string
  readonly transport: 'ws' | 'wss' | 'mqtts'
  readonly reason: CallRefusal
  /** JSON. */
  readonly detail: string
  readonly times: number
  readonly first_at: number
  readonly last_at: number
}

/** Longest gone first. */
export function allRefusedCalls(db: ReadDb): RefusedCallRow[] {
  return all(
    db,
    `SELECT kind, identity, remote_address, transport, reason, detail, times, first_at, last_at FROM refused_call
     ORDER BY last_at`,
  )
}

export function saveRefusedCall(db: WriteDb, row: RefusedCallRow): void {
  run(
    db,
    `INSERT INTO refused_call (kind, identity, remote_address, transport, reason, detail, times, first_at, last_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind) DO UPDATE SET identity = excluded.identity, detail = excluded.detail, times = excluded.times,
       last_at = excluded.last_at`,
    row.kind,
    row.identity,
    row.remote_address,
    row.transport,
    row.reason,
    row.detail,
    row.times,
    row.first_at,
    row.last_at,
  )
}

export function deleteRefusedCall(db: WriteDb, kind: string): void {
  run(db, 'DELETE FROM refused_call WHERE kind = ?', kind)
}
