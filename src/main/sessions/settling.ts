import type { Decision, Reconciliation } from '@shared/contract/settling'
import { AppError } from '@shared/errors'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { placesApart, registersOf, type SessionRow, sessionRowById } from '../store/queries/sessions'
import { deleteSettlement, joinableTo, joinedTo, putSettlement, settlementOf } from '../store/queries/settlements'
import { countedUp, meterFalls } from './meterFalls'
import { missingPlaces } from './seqRun'
import type { Sessions } from './sessions'

export type SettleOutcome =
  | { readonly kind: 'settled' }
  | { readonly kind: 'nothing-to-settle' }
  | { readonly kind: 'not-joinable' }
  | { readonly kind: 'ends-before-it-begins' }
  | { readonly kind: 'nothing-corrected' }

/** Settling sessions that could not be reconciled: the manager decides, the events stay as they came. */
export interface Settling {
  /** What helps to decide. @throws AppError UNKNOWN_SESSION */
  reconciliation(sessionId: number): Omit<Reconciliation, 'asked'>
  /**
   * Resolves when the decision is on disk. @param actor who decides, for the audit trail.
   * @throws AppError UNKNOWN_SESSION, STORE_WRITE_FAILED
   */
  settle(actor: string, sessionId: number, decision: Decision): Promise<SettleOutcome>
  /** Takes a decision back; resolves when that is on disk. @throws AppError UNKNOWN_SESSION, STORE_WRITE_FAILED */
  unsettle(actor: string, sessionId: number): Promise<{ readonly kind: 'unsettled' | 'was-not-settled' }>
}

/** Most sessions that are offered to join another to. */
export const JOINABLE_MAX = 20

/** Most places apart that are looked at for what is missing between them. */
export const PLACES_LOOKED_AT = 1_000

export interface SettlingDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly sessions: Pick<Sessions, 'amend'>
}

export function createSettling({ store, clock, changes, sessions }: SettlingDeps): Settling {
  const { read, writer } = store
  const existing = (sessionId: number): SessionRow => {
    const row = sessionRowById(read, sessionId)
    if (!row) throw new AppError('UNKNOWN_SESSION')
    return row
  }

  return {
    reconciliation(sessionId) {
      const row = existing(sessionId)
      const registers = registersOf(read, sessionId)
      const run = row.seq_first === null || row.seq_last === null ? null : { first: row.seq_first, last: row.seq_last }
      const falls = row.meter_fell ? meterFalls(registers) : []
      return {
        settlement: settlementOf(read, sessionId),
        missing: missingPlaces(run, placesApart(read, sessionId, PLACES_LOOKED_AT)),
        falls,
        countedUpWh: falls.length > 0 ? countedUp(registers) : null,
        joinable: joinableTo(read, sessionId, row.station_id, JOINABLE_MAX),
        joined: joinedTo(read, sessionId),
      }
    },

    async settle(actor, sessionId, decision) {
      const row = existing(sessionId)
      const refusal = refusalOf(row, decision, (id) => sessionRowById(read, id))
      if (refusal) return refusal
      // What was joined to it would have to go along.
      if (decision.kind === 'joined' && joinedTo(read, sessionId).length > 0) return { kind: 'not-joinable' }
      const { kind, reason } = decision
      const at = clock()
      const before = settlementOf(read, sessionId)
      sessions.amend((db, again) => {
        putSettlement(db, sessionId, {
          kind,
          energyWh: decision.kind === 'corrected' ? decision.energyWh : null,
          endedAt: decision.kind === 'corrected' ? decision.endedAt : null,
          joinedTo: decision.kind === 'joined' ? decision.joinTo : null,
          reason,
          actor,
          at,
        })
        const { kind: _, ...detail } = decision
        appendAudit(db, {
          at,
          actor,
          action: 'session-settled',
          subject: subjectOf(row),
          detail: { as: kind, ...detail },
        })
        again(sessionId)
        if (before?.joinedTo) again(before.joinedTo)
        if (decision.kind === 'joined') again(decision.joinTo)
      })
      changes.emit('audit', 0)
      await writer.flushed()
      return { kind: 'settled' }
    },

    async unsettle(actor, sessionId) {
      const row = existing(sessionId)
      const before = settlementOf(read, sessionId)
      if (!before) return { kind: 'was-not-settled' }
      const at = clock()
      sessions.amend((db, again) => {
        deleteSettlement(db, sessionId)
        const detail = { was: before.kind, reason: before.reason }
        appendAudit(db, { at, actor, action: 'session-unsettled', subject: subjectOf(row), detail })
        again(sessionId)
        if (before.joinedTo) again(before.joinedTo)
      })
      changes.emit('audit', 0)
      await writer.flushed()
      return { kind: 'unsettled' }
    },
  }
}

/** How the audit trail names a session. */
function subjectOf({ id, transaction_id }: SessionRow): string {
  return `${id} (${transaction_id})`
}

function refusalOf(
  row: SessionRow,
  decision: Decision,
  find: (id: number) => SessionRow | undefined,
): SettleOutcome | null {
  if (row.unsettled === 0 && row.settled === null) return { kind: 'nothing-to-settle' }
  switch (decision.kind) {
    case 'accepted':
      return null
    case 'corrected': {
      const { energyWh, endedAt } = decision
      if (energyWh === null && endedAt === null) return { kind: 'nothing-corrected' }
      const early = endedAt !== null && row.started_at !== null && endedAt < row.started_at
      return early ? { kind: 'ends-before-it-begins' } : null
    }
    case 'joined': {
      const other = find(decision.joinTo)
      const fits = other && other.id !== row.id && other.station_id === row.station_id && other.settled !== 'joined'
      return fits ? null : { kind: 'not-joinable' }
    }
  }
}
