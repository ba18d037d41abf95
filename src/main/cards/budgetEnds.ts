import type { StationCommand } from '@shared/commands'
import type { IdTokenType } from '@shared/ocpp/idToken'
import type { CardFacts } from './authorize'
import type { CardUses, LedgerSession } from './cardUses'

/** How long a station has to end a session before it is asked again, in milliseconds; then with its next reading. */
export const ASK_AGAIN_MS = 60_000

export interface BudgetEndsDeps {
  readonly cardsOf: (token: { value: string; type: IdTokenType | null }) => readonly CardFacts[]
  readonly energyWh: CardUses['energyWh']
  readonly clock: () => number
  /** Has a station end a session. */
  readonly end: (session: Pick<LedgerSession, 'id' | 'stationId'>) => void
}

/**
 * Ends running sessions of cards whose energy of the month is used up, where their rules want that: by asking the
 * station, because no version but 2.1 has a word for a bound that the station itself keeps.
 * @returns takes the sessions that the ledger has changed, after they are counted
 */
export function createBudgetEnds({ cardsOf, energyWh, clock, end }: BudgetEndsDeps) {
  const asked = new Map<number, number>()
  return (changed: readonly LedgerSession[]) => {
    for (const session of changed) {
      const { id, runs, token, tokenType, begunAt } = session
      if (!runs || token === null) {
        asked.delete(id)
        continue
      }
      const type = tokenType === '' ? null : (tokenType as IdTokenType)
      const isUsedUp = cardsOf({ value: token, type }).some(({ id: cardId, rules }) => {
        const most = rules?.endWhenUsed ? rules.monthlyWh : null
        return most !== null && energyWh(cardId, begunAt) >= most
      })
      const now = clock()
      if (!isUsedUp || now - (asked.get(id) ?? Number.NEGATIVE_INFINITY) < ASK_AGAIN_MS) continue
      asked.set(id, now)
      end(session)
    }
  }
}

/** In whose name a station is asked to end a session. */
const ACTOR = 'monthly budget'

/** Asks the station of a session to end it; what it can not be asked now it is asked with its next reading. */
export async function endForBudget(
  send: (actor: string, stationId: number, command: StationCommand) => Promise<unknown>,
  { id, stationId }: Pick<LedgerSession, 'id' | 'stationId'>,
): Promise<void> {
  await send(ACTOR, stationId, { name: 'stop-session', input: { sessionId: id } })
}
