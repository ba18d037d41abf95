import type { Card } from '@shared/contract/cards'
import type { WriteDb } from '../store/handles'
import { auditOfCard, rewriteAudit } from '../store/queries/events'
import { HIDDEN_TOKEN } from './present'

/** What the trail of changes may say of a holder. */
const PERSONAL = ['holder', 'label', 'tags', 'language', 'message'] as const

/**
 * Takes what is told of a card's holder out of the trail of changes: that somebody changed it stays, and when. All key
 * codes stand there under one name, so of those only what is told of this very holder goes.
 */
export function eraseFromAudit(db: WriteDb, subject: string, card: Card): void {
  for (const { id, detail } of auditOfCard(db, subject)) {
    const isAnothers = subject === HIDDEN_TOKEN && !JSON.stringify(detail).includes(JSON.stringify(card.holder))
    if (isAnothers || !PERSONAL.some((field) => field in detail)) continue
    const kept = Object.entries(detail).filter(([field]) => !PERSONAL.some((personal) => personal === field))
    rewriteAudit(db, id, Object.fromEntries(kept))
  }
}
