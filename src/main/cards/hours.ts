import type { AllowedHours } from '@shared/contract/cardRules'

/** The days and hours of a place. Times are milliseconds since 1970 UTC. */
export interface Calendar {
  /** 1 for Monday to 7 for Sunday. */
  weekday(at: number): number
  /** Minutes since midnight by the clock on the wall. */
  minute(at: number): number
  /** When it is that minute by the clock on the wall, so many days after the day of `at`. */
  atMinute(at: number, daysLater: number, minute: number): number
  /** First moment of the month of `at`, or of one so many months later. */
  monthStart(at: number, monthsLater?: number): number
}

/** The time zone of this computer, which is the site's: it stands there. */
export const SITE_CALENDAR: Calendar = {
  weekday: (at) => new Date(at).getDay() || 7,
  minute(at) {
    const date = new Date(at)
    return date.getHours() * 60 + date.getMinutes()
  },
  atMinute(at, daysLater, minute) {
    const date = new Date(at)
    return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysLater, 0, minute).getTime()
  },
  monthStart(at, monthsLater = 0) {
    const date = new Date(at)
    return new Date(date.getFullYear(), date.getMonth() + monthsLater, 1).getTime()
  },
}

const WEEK = [0, 1, 2, 3, 4, 5, 6, 7] as const

/** Whether it is one of these hours; no hours at all are always. */
export function isOpen(hours: readonly AllowedHours[], at: number, calendar: Calendar): boolean {
  if (hours.length === 0) return true
  const minute = calendar.minute(at)
  const today = calendar.weekday(at)
  const yesterday = today === 1 ? 7 : today - 1
  return hours.some(({ days, from, until }) => {
    if (from < until) return days.includes(today) && minute >= from && minute < until
    return (days.includes(today) && minute >= from) || (days.includes(yesterday) && minute < until)
  })
}

/** The next moment after `at` at which one of these hours begins. */
export function nextOpening(hours: readonly AllowedHours[], at: number, calendar: Calendar): number | null {
  const beginnings = hours.flatMap(({ days, from }) =>
    WEEK.map((day) => calendar.atMinute(at, day, from)).filter(
      (moment) => moment > at && days.includes(calendar.weekday(moment)),
    ),
  )
  return beginnings.length === 0 ? null : Math.min(...beginnings)
}

/** The first moment after `at` that is none of these hours; null when every moment is. */
export function nextClosing(hours: readonly AllowedHours[], at: number, calendar: Calendar): number | null {
  const ends = hours
    .flatMap(({ until }) => WEEK.map((day) => calendar.atMinute(at, day, until)))
    .filter((moment) => moment > at)
    .sort((one, other) => one - other)
  return ends.find((moment) => !isOpen(hours, moment, calendar)) ?? null
}
