import { type CardRules, DAY_MINUTES, NO_RULES } from '@shared/contract/cardRules'

/** The rules of a card as they stand in the form: everything that is typed is text. */
export interface RulesDraft {
  /** False when the card is limited to `places`. */
  everywhere: boolean
  places: PlaceDraft[]
  hours: HoursDraft[]
  monthlyKwh: string
  endWhenUsed: boolean
  monthlySessions: string
  oneAtATime: boolean
}

export interface PlaceDraft {
  stationId: number
  /** Numbers of EVSEs with commas between; empty for all. */
  evses: string
}

export interface HoursDraft {
  days: number[]
  /** `HH:MM`; an end that is not later is that of the next day. */
  from: string
  until: string
}

export type RulesProblem = 'not-a-number' | 'not-evses' | 'not-hours'
export type RulesProblems = Partial<Record<'places' | 'hours' | 'monthlyKwh' | 'monthlySessions', RulesProblem>>

/** Hours that a form begins with when some are added: after work, on weekdays. */
export const NEW_HOURS: HoursDraft = { days: [1, 2, 3, 4, 5], from: '18:00', until: '07:00' }

export function rulesDraftOf(rules: CardRules | null): RulesDraft {
  const { places, hours, monthlyWh, endWhenUsed, monthlySessions, oneAtATime } = rules ?? NO_RULES
  return {
    everywhere: places === null,
    places: (places ?? []).map(({ stationId, evseIds }) => ({ stationId, evses: evseIds?.join(', ') ?? '' })),
    hours: hours.map(({ days, from, until }) => ({ days, from: toClock(from), until: toClock(until) })),
    monthlyKwh: monthlyWh === null ? '' : String(monthlyWh / 1_000),
    endWhenUsed,
    monthlySessions: monthlySessions === null ? '' : String(monthlySessions),
    oneAtATime,
  }
}

export type CheckedRules = { kind: 'good'; rules: CardRules } | { kind: 'bad'; problems: RulesProblems }

/** Reads the rules of a form; what is wrong is told by field. */
export function checkRules(draft: RulesDraft): CheckedRules {
  const problems: RulesProblems = {}
  const monthlyKwh = readNumber(draft.monthlyKwh, 1_000_000)
  const monthlySessions = readNumber(draft.monthlySessions, 100_000)
  if (monthlyKwh === undefined) problems.monthlyKwh = 'not-a-number'
  if (monthlySessions === undefined || (monthlySessions !== null && !Number.isInteger(monthlySessions))) {
    problems.monthlySessions = 'not-a-number'
  }
  const places = draft.places.map(({ stationId, evses }) => ({ stationId, evseIds: readEvses(evses) }))
  if (!draft.everywhere && places.some(({ evseIds }) => evseIds === undefined)) problems.places = 'not-evses'
  const hours = draft.hours.map(({ days, from, until }) => ({ days, from: toMinute(from), until: toMinute(until) }))
  if (hours.some(({ days, from, until }) => days.length === 0 || from === null || until === null)) {
    problems.hours = 'not-hours'
  }
  if (Object.keys(problems).length > 0) return { kind: 'bad', problems }
  return {
    kind: 'good',
    rules: {
      places: draft.everywhere
        ? null
        : places.map(({ stationId, evseIds }) => ({ stationId, evseIds: evseIds ?? null })),
      hours: hours.map(({ days, from, until }) => ({ days: days.toSorted(), from: from ?? 0, until: until ?? 0 })),
      monthlyWh: monthlyKwh == null ? null : Math.round(monthlyKwh * 1_000),
      endWhenUsed: monthlyKwh != null && draft.endWhenUsed,
      monthlySessions: monthlySessions ?? null,
      oneAtATime: draft.oneAtATime,
    },
  }
}

/** Null when it is empty, undefined when it is no number above 0 (a comma is a decimal point too). */
function readNumber(text: string, most: number): number | null | undefined {
  const trimmed = text.trim().replace(',', '.')
  if (trimmed === '') return null
  const value = /^\d+(\.\d{1,3})?$/.test(trimmed) ? Number(trimmed) : 0
  return value > 0 && value <= most ? value : undefined
}

/** Null for all, undefined when they are no numbers of EVSEs. */
function readEvses(text: string): number[] | null | undefined {
  const parts = text.split(/[\s,;]+/).filter(Boolean)
  if (parts.length === 0) return null
  const numbers = parts.map(Number)
  if (numbers.some((number) => !Number.isInteger(number) || number < 1 || number > 1_000)) return undefined
  return [...new Set(numbers)]
}

function toClock(minute: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`
}

function toMinute(clock: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(clock) ?? []
  if (hours === undefined || minutes === undefined) return null
  const minute = Number(hours) * 60 + Number(minutes)
  return minute < DAY_MINUTES ? minute : null
}
