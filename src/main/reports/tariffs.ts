import type { AuditBand, AuditMoney } from '@shared/auditFields'
import type { Tariff, TariffTerms } from '@shared/contract/tariffs'
import { TARIFFS_MAX } from '@shared/contract/tariffs'
import { dayOf, type Zone } from '@shared/zone'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { deleteTariff, insertTariff, tariffById, tariffsOf } from '../store/queries/tariffs'
import { issuerIn } from './issuer'
import { overlapOf } from './week'

const inMoney =
  (currency: string) =>
  (milliMinor: number): AuditMoney => ({ milliMinor, currency })

export type AddOutcome =
  | { readonly kind: 'added'; readonly tariffId: number }
  | { readonly kind: 'in-the-past'; readonly today: string }
  | { readonly kind: 'day-taken' | 'too-many' }
  | { readonly kind: 'overlap'; readonly bands: [number, number] }

/** A tariff among the others. */
export interface ListedTariff extends Tariff {
  readonly untilDay: string | null
  readonly state: 'over' | 'in-force' | 'to-come'
  readonly removable: boolean
}

/** What charging costs, from day to day. What was in force on a day that is over is never changed. */
export interface Tariffs {
  list(): { tariffs: ListedTariff[]; today: string }
  add(actor: string, tariff: TariffTerms & { readonly fromDay: string }): Promise<AddOutcome>
  remove(actor: string, tariffId: number): Promise<{ readonly kind: 'removed' | 'already-gone' | 'in-use' }>
}

export interface TariffsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly zone: Zone
}

export function createTariffs({ store, clock, changes, zone }: TariffsDeps): Tariffs {
  const { read, writer } = store
  const today = () => dayOf(zone, clock())
  const tell = () => {
    changes.emit('tariff', 0)
    changes.emit('audit', 0)
  }
  /** One that was entered by mistake does no harm as long as no day is over with it. */
  const isRemovable = ({ fromDay, madeAt }: Tariff) => fromDay > today() || dayOf(zone, madeAt) === today()

  return {
    list() {
      const all = tariffsOf(read)
      const listed = all.map((tariff, place): ListedTariff => {
        const untilDay = all[place + 1]?.fromDay ?? null
        const isOver = untilDay !== null && untilDay <= today()
        const state = tariff.fromDay > today() ? 'to-come' : isOver ? 'over' : 'in-force'
        return { ...tariff, untilDay, state, removable: isRemovable(tariff) }
      })
      return { tariffs: listed, today: today() }
    },

    async add(actor, { fromDay, ...terms }) {
      const bands = overlapOf(terms)
      if (bands) return { kind: 'overlap', bands }
      const madeAt = clock()
      const outcome = await writer.write((db): AddOutcome => {
        const all = tariffsOf(db)
        if (all.length >= TARIFFS_MAX) return { kind: 'too-many' }
        if (all.some((tariff) => tariff.fromDay === fromDay)) return { kind: 'day-taken' }
        if (all.length > 0 && fromDay < today()) return { kind: 'in-the-past', today: today() }
        const tariffId = insertTariff(db, { ...terms, fromDay, madeAt, madeBy: actor })
        const money = inMoney(issuerIn(db).currency)
        const detail = {
          pricePerKwh: money(terms.pricePerKwhMilliMinor),
          feePerSession: money(terms.feePerSessionMinor * 1_000),
          feePerMonth: money(terms.feePerMonthMinor * 1_000),
          bands: terms.bands.map(
            ({ pricePerKwhMilliMinor, ...hours }): AuditBand => ({
              ...hours,
              pricePerKwh: money(pricePerKwhMilliMinor),
            }),
          ),
        }
        appendAudit(db, { at: madeAt, actor, action: 'tariff-added', subject: fromDay, detail })
        return { kind: 'added', tariffId }
      })
      if (outcome.kind === 'added') tell()
      return outcome
    },

    async remove(actor, tariffId) {
      const at = clock()
      const kind = await writer.write((db) => {
        const tariff = tariffById(db, tariffId)
        if (!tariff) return 'already-gone' as const
        if (!isRemovable(tariff)) return 'in-use' as const
        deleteTariff(db, tariffId)
        appendAudit(db, { at, actor, action: 'tariff-removed', subject: tariff.fromDay, detail: {} })
        return 'removed' as const
      })
      if (kind === 'removed') tell()
      return { kind }
    },
  }
}
