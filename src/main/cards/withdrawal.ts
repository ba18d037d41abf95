import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { cardById, deleteUnusedCard } from '../store/queries/cards'
import { appendAudit } from '../store/queries/events'
import type { WriteJob } from '../store/writer'
import { writtenToken } from './present'

/** How long an enrolment can be taken back. Later a card is blocked: it may have been used where nothing was told of it. */
const WITHDRAWABLE_MS = 24 * 3_600_000

export interface WithdrawalDeps {
  readonly clock: Clock
  readonly changes: Changes
  /** Writes to the table of cards, and lets go of what was remembered of them. */
  readonly write: <Result>(job: WriteJob<Result>) => Promise<Result>
}

/** Takes back a fresh enrolment of a card that nobody has presented since, and that no other one depends on. */
export async function withdrawCard(
  { clock, changes, write }: WithdrawalDeps,
  actor: string,
  cardId: number,
): Promise<'withdrawn' | 'in-use' | 'already-gone'> {
  const at = clock()
  const outcome = await write((db) => {
    const row = cardById(db, cardId)
    if (!row) return 'already-gone'
    if (!deleteUnusedCard(db, cardId, at - WITHDRAWABLE_MS)) return 'in-use'
    const subject = writtenToken({ value: row.token, type: row.token_type })
    appendAudit(db, { at, actor, action: 'card-withdrawn', subject, detail: { holder: row.holder, label: row.label } })
    return 'withdrawn'
  })
  if (outcome === 'withdrawn') {
    changes.emit('card', cardId)
    changes.emit('audit', 0)
  }
  return outcome
}
