import type { IdToken } from '@shared/ocpp/idToken'
import type { PastSession } from './pastSession'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** People of a small site: some leave the car for their day's work, some come by in the evening. */
const HABITS = [
  { fromHour: 7.5, toHour: 9.5, leastHours: 4, mostHours: 7, leastWh: 7_000, mostWh: 26_000 },
  { fromHour: 17, toHour: 19, leastHours: 1, mostHours: 3, leastWh: 4_000, mostWh: 15_000 },
] as const
/** How often each of them comes on a day of the week, and at the weekend. */
const ON_WORKDAYS = [0.8, 0.5] as const
const AT_WEEKENDS = [0.6, 0.6] as const
/** The last of them has left when the demo begins. */
const GONE_MS = 20 * MINUTE_MS

export interface PastOptions {
  /** How far back it goes, in days. */
  readonly days: number
  readonly now: Date
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number
  readonly cards: readonly IdToken[]
}

/** Who charged at one EVSE in the last days, by the hours of this computer's own zone, in the order of time. Pure. */
export function pastVisits({ days, now, random, cards }: PastOptions): PastSession[] {
  const between = (least: number, most: number) => least + random() * (most - least)
  const visits: PastSession[] = []
  for (let ago = days; ago >= 0; ago -= 1) {
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() - ago)
    const chances = midnight.getDay() === 0 || midnight.getDay() === 6 ? AT_WEEKENDS : ON_WORKDAYS
    for (const [place, habit] of HABITS.entries()) {
      const card = cards[Math.floor(random() * cards.length)]
      const comes = random() < (chances[place] ?? 0)
      const startedAt = new Date(midnight.getTime() + between(habit.fromHour, habit.toHour) * HOUR_MS)
      const seconds = Math.round(between(habit.leastHours, habit.mostHours) * 3_600)
      const needWh = Math.round(between(habit.leastWh, habit.mostWh))
      const isOver = startedAt.getTime() + seconds * 1_000 < now.getTime() - GONE_MS
      if (comes && card && isOver) visits.push({ token: card, startedAt, seconds, needWh })
    }
  }
  return visits
}
