import type { AuditDetail } from '@shared/auditFields'
import { AppError } from '@shared/errors'
import { QUIRKS, type Quirk } from '@shared/ocpp/quirks'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { allQuirks, allTolerances, type QuirkRow, saveQuirk, saveTolerance } from '../store/queries/tolerance'

/** Most places of one station at which departures are told apart; further ones are accepted and not noted. */
export const QUIRK_PLACES_MAX = 200

/** Longest name of a place; it is a name of the specification's, or as much of the station's as tells what it wrote. */
export const QUIRK_PLACE_LENGTH = 120

/** A departure from the specification, and where it was met. */
export interface Departure {
  readonly quirk: Quirk
  /** The action and the way down to the field: `StatusNotification/status`. */
  readonly place: string
}

/** How a departure was met so far. */
export interface Sighted extends Departure {
  readonly times: number
  readonly firstAt: number
  readonly lastAt: number
}

/** What of each station's departures from its specification is accepted, and which ones were met. */
export interface Tolerance {
  /** Whether the station is held to the letter, as the certification tests want it. */
  isStrict(stationId: number): boolean
  accepts(stationId: number, quirk: Quirk): boolean
  /** Counts departures that were accepted; they are written within the lazy delay. */
  noted(stationId: number, departures: readonly Departure[]): void
  /** What a person is shown of a station. */
  of(stationId: number): { strict: boolean; refused: Quirk[]; sighted: Sighted[] }
  /** @throws AppError UNKNOWN_STATION */
  setStrict(actor: string, stationId: number, strict: boolean): Promise<void>
  /** @throws AppError UNKNOWN_STATION */
  setAccepted(actor: string, stationId: number, quirk: Quirk, accepted: boolean): Promise<void>
}

export interface ToleranceDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Stations
}

interface Settings {
  readonly strict: boolean
  readonly refused: ReadonlySet<Quirk>
}
const TOLERANT: Settings = { strict: false, refused: new Set() }

const isQuirk = (text: unknown): text is Quirk => QUIRKS.some((quirk) => quirk === text)

export function createTolerance({ store, clock, changes, stations }: ToleranceDeps): Tolerance {
  const { read, writer } = store
  const settings = new Map<number, Settings>()
  for (const row of allTolerances(read)) {
    const refused = (JSON.parse(row.refused) as unknown[]).filter(isQuirk)
    settings.set(row.station_id, { strict: row.strict === 1, refused: new Set(refused) })
  }
  const sighted = new Map<number, Map<string, QuirkRow>>()
  const sightingsOf = (stationId: number) => {
    const found = sighted.get(stationId) ?? new Map<string, QuirkRow>()
    sighted.set(stationId, found)
    return found
  }
  const nameOf = ({ quirk, place }: { quirk: string; place: string }) => `${quirk} ${place}`
  for (const row of allQuirks(read)) sightingsOf(row.station_id).set(nameOf(row), row)

  /** What was counted since the last write. */
  let gathering: Set<QuirkRow> | null = null
  const writeSoon = (row: QuirkRow, before: QuirkRow | undefined) => {
    if (gathering) {
      if (before) gathering.delete(before)
      gathering.add(row)
      return
    }
    const list = new Set([row])
    gathering = list
    writer.writeSoon(
      (db) => {
        for (const entry of list) saveQuirk(db, entry)
      },
      {
        onTurn: () => {
          gathering = null
        },
      },
    )
  }

  const change = async (actor: string, stationId: number, to: Settings, detail: AuditDetail) => {
    const station = stations.record(stationId)
    if (!station) throw new AppError('UNKNOWN_STATION')
    await stations.write(stationId, (db) => {
      saveTolerance(db, {
        station_id: stationId,
        strict: to.strict ? 1 : 0,
        refused: JSON.stringify([...to.refused]),
      })
      appendAudit(db, { at: clock(), actor, action: 'station-changed', subject: station.identity, detail })
    })
    settings.set(stationId, to)
    changes.emit('tolerance', stationId)
    changes.emit('audit', 0)
  }

  return {
    isStrict: (stationId) => settings.get(stationId)?.strict ?? false,
    accepts(stationId, quirk) {
      const { strict, refused } = settings.get(stationId) ?? TOLERANT
      return !strict && !refused.has(quirk)
    },

    noted(stationId, departures) {
      const known = sightingsOf(stationId)
      const at = clock()
      for (const { quirk, place: whole } of departures) {
        const departure = { quirk, place: whole.slice(0, QUIRK_PLACE_LENGTH) }
        const name = nameOf(departure)
        const before = known.get(name)
        if (!before && known.size >= QUIRK_PLACES_MAX) continue
        const row: QuirkRow = {
          station_id: stationId,
          quirk: departure.quirk,
          place: departure.place,
          times: (before?.times ?? 0) + 1,
          first_at: before?.first_at ?? at,
          last_at: at,
        }
        known.set(name, row)
        writeSoon(row, before)
        if (!before) changes.emit('tolerance', stationId)
      }
    },

    of(stationId) {
      const { strict, refused } = settings.get(stationId) ?? TOLERANT
      const rows = [...(sighted.get(stationId)?.values() ?? [])]
      return {
        strict,
        refused: [...refused],
        sighted: rows.flatMap(({ quirk, place, times, first_at: firstAt, last_at: lastAt }) =>
          isQuirk(quirk) ? [{ quirk, place, times, firstAt, lastAt }] : [],
        ),
      }
    },

    async setStrict(actor, stationId, strict) {
      const before = settings.get(stationId) ?? TOLERANT
      if (before.strict === strict) return
      await change(actor, stationId, { ...before, strict }, { strict: [before.strict, strict] })
    },

    async setAccepted(actor, stationId, quirk, accepted) {
      const before = settings.get(stationId) ?? TOLERANT
      if (before.refused.has(quirk) !== accepted) return
      const refused = new Set(before.refused)
      if (accepted) refused.delete(quirk)
      else refused.add(quirk)
      await change(actor, stationId, { ...before, refused }, { quirk, accepted: [!accepted, accepted] })
    },
  }
}
