import { mkdtempSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { openStore } from '@main/store/open'
import Database from 'better-sqlite3'
import type { Bench } from '../bench'
import { startChild } from '../child'
import { fillLedger, LEDGER_SIZE } from '../ledger/fillLedger'
import type { LedgerAnswer, LedgerQuestion } from '../messages'

export interface LedgerResult extends LedgerAnswer {
  readonly sessions: number
  readonly readings: number
  readonly fillSeconds: number
  /** What a session with its readings adds to the file, and what with its messages too. */
  readonly bytesASession: number
  readonly bytesASessionWithEvents: number
}

/** Messages as they came make a ledger twenty times as large: what they add is measured on so many sessions. */
const SESSIONS_WITH_EVENTS = 5_000

/** Finding and exporting sessions in a ledger of many years, with the memory it takes and how the file grows. */
export async function benchLedger(bench: Bench): Promise<LedgerResult> {
  const { sessions, folder } = bench
  const until = Date.now()
  const few = Math.min(sessions, SESSIONS_WITH_EVENTS)
  const withEvents = fill(folder, { sessions: few, until, rawEvents: true })
  rmSync(withEvents.home, { recursive: true, force: true })
  const { home, bytesASession, seconds } = fill(folder, { sessions, until, rawEvents: false })
  const child = startChild('ledger', ['--folder', home])
  const answer = await child.ask<LedgerQuestion, LedgerAnswer>({ until })
  await child.end()
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  return {
    sessions,
    readings: sessions * LEDGER_SIZE.readingsEach,
    fillSeconds: seconds,
    bytesASession,
    bytesASessionWithEvents: withEvents.bytesASession,
    ...answer,
  }
}

function fill(folder: string, size: { sessions: number; until: number; rawEvents: boolean }) {
  const home = mkdtempSync(path.join(folder, 'ledger-'))
  const failed = (error: unknown) => {
    throw error
  }
  const store = openStore({ folder: home, onLazyFailure: failed })
  store.close()
  const empty = statSync(store.file).size
  const from = performance.now()
  const db = new Database(store.file)
  fillLedger(db, { ...LEDGER_SIZE, ...size })
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const seconds = (performance.now() - from) / 1_000
  return { home, seconds, bytesASession: (statSync(store.file).size - empty) / size.sessions }
}
