import { COMMANDS, type StationCommandInput } from '@shared/commands'
import type { ReadDb } from '../store/handles'
import { limitsOf } from '../store/queries/commands'

type Limit = StationCommandInput<'limit-charging'>

/** Most limits of a station that are looked through. */
const LIMITS_LOOKED_AT = 200

/**
 * The profile that a new limit takes the place of, null for none: the newest that was set from here for the same, with
 * the same level and, at least in part, for the same time. A second one beside it would break K01.FR.06 and FR.39, and
 * stations refuse it; under the same number it replaces the first (K01.FR.05).
 */
export function replacedLimit(db: ReadDb, stationId: number, limit: Limit): number | null {
  const earlier = limitsOf(db, stationId, LIMITS_LOOKED_AT).find(({ input }) => {
    const read = COMMANDS['limit-charging'].input.safeParse(JSON.parse(input))
    return read.success && placeOf(read.data) === placeOf(limit) && overlap(read.data, limit)
  })
  return earlier?.request_id ?? null
}

/** What a limit holds for, with its level: of these there may be one at a time. */
function placeOf({ scope, evseId, sessionId, stackLevel }: Limit): string {
  const of = scope === 'session' ? sessionId : scope === 'each-session' ? (evseId ?? 0) : 0
  return [scope, of, stackLevel].join(' ')
}

function overlap(one: Limit, other: Limit): boolean {
  const startsBeforeEnd = (a: Limit, b: Limit) => (a.validFrom ?? 0) < (b.validUntil ?? Number.POSITIVE_INFINITY)
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one)
}
