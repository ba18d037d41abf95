import { Issuer } from '@shared/contract/reports'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { ReadDb } from '../store/handles'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { putSetting, setting } from '../store/queries/settings'
import { tariffsOf } from '../store/queries/tariffs'

/** What stands on statements until the manager says something else. */
const NOTHING_SAID: Issuer = { addressLines: [], currency: 'EUR' }

/** Who gives statements out, and in which money. */
export interface IssuerDesk {
  get(): Issuer
  set(
    actor: string,
    issuer: Issuer,
  ): Promise<
    { readonly kind: 'saved' | 'no-currency' } | { readonly kind: 'currency-in-use'; readonly currency: string }
  >
}

/** Who it is by what is stored. */
export function issuerIn(db: ReadDb): Issuer {
  const stored = setting(db, 'reports')
  return stored === undefined ? NOTHING_SAID : Issuer.parse(JSON.parse(stored))
}

export interface IssuerDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
}

export function createIssuer({ store, clock, changes }: IssuerDeps): IssuerDesk {
  const { read, writer } = store
  return {
    get: () => issuerIn(read),
    async set(actor, issuer) {
      if (!Intl.supportedValuesOf('currency').includes(issuer.currency)) return { kind: 'no-currency' }
      const addressLines = issuer.addressLines.filter((line) => line !== '')
      const at = clock()
      const outcome = await writer.write((db) => {
        // Here, as a tariff may be on its way: its amounts are whole numbers of the smallest unit.
        const { currency } = issuerIn(db)
        if (issuer.currency !== currency && tariffsOf(db).length > 0)
          return { kind: 'currency-in-use', currency } as const
        putSetting(db, 'reports', JSON.stringify({ ...issuer, addressLines }))
        const detail = { address: addressLines.join(', '), currency: issuer.currency }
        appendAudit(db, { at, actor, action: 'statements-set', subject: '', detail })
        return { kind: 'saved' } as const
      })
      if (outcome.kind === 'saved') {
        changes.emit('tariff', 0)
        changes.emit('audit', 0)
      }
      return outcome
    },
  }
}
