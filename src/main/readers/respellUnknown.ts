import type { ReadDb, WriteDb } from '../store/handles'
import { deleteUnknownCard, noteUnknownCard, toUnknownCard, unknownCards } from '../store/queries/cards'
import { hasCard } from '../store/queries/numberForms'
import type { CardNumbers } from './cardNumbers'

/**
 * Tells unknown cards by the numbers that stations were just found to mean: who enrolled one by its old spelling would
 * make a second card of it. One that turns out to be enrolled is unknown no more.
 * @param read reads what is committed
 * @returns ids of those that are gone, and of those that stand for them
 */
export function respellUnknown(db: WriteDb, read: ReadDb, { cardFor }: Pick<CardNumbers, 'cardFor'>): number[] {
  return unknownCards(db).flatMap((row) => {
    const { id, stationId, token, tokenType, lastSeenAt } = toUnknownCard(row)
    const meant = cardFor(stationId, { value: token, type: tokenType })
    if (meant.value === token) return []
    deleteUnknownCard(db, id)
    if (hasCard(read, meant.value)) return [id]
    return [id, noteUnknownCard(db, meant.value, meant.type ?? '', stationId, lastSeenAt)]
  })
}
