import { all, one, type ReadDb, run, type WriteDb } from '../handles'

/** What every token has, whoever it is for. Times in milliseconds. */
export interface TokenRow {
  id: number
  name: string
  /** SHA-256 of its secret. */
  digest: Buffer
  made_at: number
  made_by: string
  ends_at: number | null
  ended_at: number | null
  last_used_at: number | null
}

export interface DeviceTokenRow extends TokenRow {
  signing: 'at-once' | 'desk'
  uses_max: number | null
  uses: number
  /** JSON of a DevicePolicy. */
  policy: string
}

export interface ApiTokenRow extends TokenRow {
  scope: 'read' | 'operate' | 'admin'
}

/** The table of a kind of token. */
export type TokenTable = 'device_token' | 'api_token'

type Fresh<Row> = Omit<Row, 'id' | 'ended_at' | 'last_used_at' | 'uses'>

export function insertDeviceToken(db: WriteDb, row: Fresh<DeviceTokenRow>): number {
  return run(
    db,
    `INSERT INTO device_token (name, digest, signing, uses_max, policy, made_at, made_by, ends_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    row.name,
    row.digest,
    row.signing,
    row.uses_max,
    row.policy,
    row.made_at,
    row.made_by,
    row.ends_at,
  ).id
}

export function insertApiToken(db: WriteDb, row: Fresh<ApiTokenRow>): number {
  return run(
    db,
    'INSERT INTO api_token (name, digest, scope, made_at, made_by, ends_at) VALUES (?, ?, ?, ?, ?, ?)',
    row.name,
    row.digest,
    row.scope,
    row.made_at,
    row.made_by,
    row.ends_at,
  ).id
}

export function deviceTokenById(db: ReadDb, id: number): DeviceTokenRow | undefined {
  return one(db, 'SELECT * FROM device_token WHERE id = ?', id)
}

export function apiTokenById(db: ReadDb, id: number): ApiTokenRow | undefined {
  return one(db, 'SELECT * FROM api_token WHERE id = ?', id)
}

export function deviceTokens(db: ReadDb): DeviceTokenRow[] {
  return all(db, 'SELECT * FROM device_token ORDER BY id DESC')
}

export function apiTokens(db: ReadDb): ApiTokenRow[] {
  return all(db, 'SELECT * FROM api_token ORDER BY id DESC')
}

const COUNT_GOOD = {
  device_token: 'SELECT count(*) AS n FROM device_token WHERE ended_at IS NULL AND (ends_at IS NULL OR ends_at > ?)',
  api_token: 'SELECT count(*) AS n FROM api_token WHERE ended_at IS NULL AND (ends_at IS NULL OR ends_at > ?)',
} as const

/** How many have not ended at `at`. */
export function countGoodTokens(db: ReadDb, table: TokenTable, at: number): number {
  return one<{ n: number }>(db, COUNT_GOOD[table], at)?.n ?? 0
}

const END = {
  device_token: 'UPDATE device_token SET ended_at = ? WHERE id = ? AND ended_at IS NULL',
  api_token: 'UPDATE api_token SET ended_at = ? WHERE id = ? AND ended_at IS NULL',
} as const

/** @returns false when it has been ended already */
export function endToken(db: WriteDb, table: TokenTable, id: number, at: number): boolean {
  return run(db, END[table], at, id).changes > 0
}

const FORGET = {
  device_token: `DELETE FROM device_token WHERE coalesce(ended_at, ends_at) <= ?
    AND NOT EXISTS (SELECT 1 FROM device WHERE device.token_id = device_token.id)`,
  api_token: 'DELETE FROM api_token WHERE coalesce(ended_at, ends_at) <= ?',
} as const

/** Forgets tokens that have ended before `at`, but for those by which a device is known. */
export function forgetEndedTokens(db: WriteDb, table: TokenTable, at: number): void {
  run(db, FORGET[table], at)
}

const USED = {
  device_token: 'UPDATE device_token SET last_used_at = ? WHERE id = ?',
  api_token: 'UPDATE api_token SET last_used_at = ? WHERE id = ?',
} as const

export function noteTokenUsed(db: WriteDb, table: TokenTable, id: number, at: number): void {
  run(db, USED[table], at, id)
}

/** Counts one more device that registered with it. */
export function spendDeviceToken(db: WriteDb, id: number): void {
  run(db, 'UPDATE device_token SET uses = uses + 1 WHERE id = ?', id)
}
