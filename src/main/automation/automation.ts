import type { ApiState } from '@shared/contract/apiTokens'
import { AppError } from '@shared/errors'
import type { Told } from '@shared/told'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { createTurns } from '../inTurns'
import { toldOf } from '../phrase'
import { createGuesses, GUESS_LIMITS, type Guesses, type GuessLimits } from '../secrets/guesses'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { putSetting, setting } from '../store/queries/settings'
import { type ApiTokens, createApiTokens } from './apiTokens'
import { type CallAudit, createCallAudit } from './callAudit'
import { API_LIMITS, type ApiLimits } from './limits'

/** Where the port for scripts is. */
export interface ApiPlace {
  readonly bind: string
  /** 0 takes any free one. */
  readonly port: number
}

/** The open port. */
export interface OpenApi {
  /** Its base URL, which ends with `/api`. */
  readonly url: string
  close(): Promise<void>
}

/** The port that is proposed when it is switched on for the first time; scripts of this computer only. */
export const DEFAULT_API_PLACE: ApiPlace = { bind: '127.0.0.1', port: 9081 }

export type ConfigureOutcome =
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'not-opened'; readonly problem: Told }
  | { readonly kind: 'by-option' }

/** The port for scripts: off unless the manager, or an option, wants it. */
export interface Automation {
  readonly tokens: ApiTokens
  readonly audit: CallAudit
  readonly guesses: Guesses
  readonly limits: ApiLimits
  /** Takes the one who opens the port, and opens it where it is wanted. @throws AppError of the port, if an option wants it */
  start(open: (place: ApiPlace) => Promise<OpenApi>): Promise<void>
  configure(actor: string, wanted: ApiState['wanted']): Promise<ConfigureOutcome>
  state(): ApiState
  close(): Promise<void>
}

export interface AutomationDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly onFailure: (error: unknown) => void
  /** Where an option of the command line wants it. */
  readonly option?: ApiPlace
  readonly limits?: Partial<ApiLimits>
  readonly guessLimits?: Partial<GuessLimits>
}

export function createAutomation(deps: AutomationDeps): Automation {
  const { store, clock, changes, onFailure, option } = deps
  const limits = { ...API_LIMITS, ...deps.limits }
  const tokens = createApiTokens({ store, clock, changes, limits, onFailure })
  const audit = createCallAudit({ store, clock, changes, auditMs: limits.auditMs, onFailure })
  let openPort: ((place: ApiPlace) => Promise<OpenApi>) | null = null
  let open: OpenApi | null = null
  let problem: Told | null = null
  let waitsForSetUp = false
  let stopWaiting = () => {}

  // Two at once would leave a port open.
  const inTurn = createTurns(1)

  const wanted = (): ApiState['wanted'] => {
    if (option) return { enabled: true, ...option }
    const text = setting(store.read, 'automation')
    return text === undefined ? { enabled: false, ...DEFAULT_API_PLACE } : JSON.parse(text)
  }
  const closePort = async () => {
    const closing = open
    open = null
    await closing?.close()
  }
  const tryOpen = async (place: ApiPlace) => {
    problem = null
    waitsForSetUp = false
    try {
      open = (await openPort?.(place)) ?? null
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      problem = toldOf(error)
      // A port with TLS needs the authority of a site that is set up: it is opened then.
      waitsForSetUp = error.code === 'NOT_SET_UP'
      if (option && !waitsForSetUp) throw error
    }
  }

  const configure: Automation['configure'] = async (actor, { enabled, bind, port }) => {
    if (option) return { kind: 'by-option' }
    const wasOpen = open !== null
    waitsForSetUp = false
    problem = null
    await closePort()
    if (enabled) await tryOpen({ bind, port })
    const at = clock()
    const opened = open as OpenApi | null
    const subject = opened?.url ?? ''
    await store.writer.write((db) => {
      // A port that could not be had is not tried again at every start.
      putSetting(db, 'automation', JSON.stringify({ enabled: opened !== null, bind, port }))
      if (opened || wasOpen || !enabled) {
        appendAudit(db, { at, actor, action: opened ? 'api-opened' : 'api-closed', subject, detail: {} })
      }
    })
    changes.emit('automation', 0)
    changes.emit('audit', 0)
    if (opened) return { kind: 'open', url: opened.url }
    return problem === null ? { kind: 'closed' } : { kind: 'not-opened', problem }
  }

  return {
    tokens,
    audit,
    guesses: createGuesses(clock, { ...GUESS_LIMITS, ...deps.guessLimits }),
    limits,
    async start(opener) {
      openPort = opener
      const openWanted = async () => {
        const { enabled, ...place } = wanted()
        if (enabled) await tryOpen(place)
        changes.emit('automation', 0)
      }
      await inTurn(openWanted)
      stopWaiting = changes.on('site', () => {
        if (open || !waitsForSetUp) return
        inTurn(async () => {
          if (waitsForSetUp) await openWanted()
        }).catch(onFailure)
      })
    },
    configure: (actor, place) => inTurn(() => configure(actor, place)),
    state: () => ({
      wanted: wanted(),
      byOption: option !== undefined,
      url: open?.url ?? null,
      problem,
      tokens: tokens.list(),
    }),
    async close() {
      stopWaiting()
      await inTurn(closePort)
      await audit.close()
    },
  }
}
