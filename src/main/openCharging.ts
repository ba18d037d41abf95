import { endForBudget } from './cards/budgetEnds'
import { type Cards, type CardsDeps, createCards } from './cards/cards'
import { type CardImports, createCardImports } from './cards/import/cardImports'
import { knowsMasterPass, type MasterPassDeps, stopByMasterPass } from './cards/masterPass'
import type { Adapters } from './csms/adapters'
import { createStoredReader } from './csms/storedEvent'
import { createNumberForms, type NumberForms, type NumberFormsDeps } from './readers/numberForms'
import { type Ledger, type LedgerDeps, openLedger } from './sessions/openLedger'
import { SESSIONS_DEFAULTS } from './sessions/sessions'
import type { SiteOptions } from './siteOptions'

/** Who may charge, and what was charged. */
export interface Charging extends Ledger {
  readonly cards: Cards
  readonly cardImports: CardImports
  /** How stations write the numbers of cards. */
  readonly numberForms: NumberForms
}

export type ChargingDeps = NumberFormsDeps &
  Pick<CardsDeps, 'changes'> &
  Omit<LedgerDeps, 'cards' | 'numbers' | 'readEvent' | 'told' | 'limits' | 'gapLimits'> & {
    readonly adapters: Adapters
    /** What ends sessions; there is none before something can be said to stations. */
    readonly masterPass: () => MasterPassDeps
    readonly options: Pick<SiteOptions, 'ledger' | 'writer' | 'gaps'>
  }

/** Opens cards and ledger, which know each other: a session may use up what its card has, and a card ends sessions. */
export function openCharging({ adapters, masterPass, options, ...deps }: ChargingDeps): Charging {
  const { store, onFailure } = deps
  const numberForms = createNumberForms(deps)
  const cards = createCards({
    ...deps,
    numbers: numberForms,
    knowsMasterPass: (stationId) => knowsMasterPass(store.read, stationId),
    onMasterPass: (stationId, cardId) => stopByMasterPass(masterPass(), stationId, cardId),
    // Later: the ledger is opened, and may find it used up, before anything can be said to stations.
    onBudgetUsed: (session) => queueMicrotask(() => endForBudget(masterPass().send, session).catch(onFailure)),
  })
  const stored = createStoredReader(adapters)
  const ledger = openLedger({
    ...deps,
    cards,
    numbers: numberForms,
    readEvent: stored.event,
    told: stored.told,
    limits: { ...options.ledger, appendTogether: options.writer?.maxBatch ?? SESSIONS_DEFAULTS.appendTogether },
    gapLimits: options.gaps,
  })
  return { ...ledger, cards, cardImports: createCardImports({ ...deps, read: store.read, cards }), numberForms }
}
