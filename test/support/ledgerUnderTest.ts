import { type Cards, createCards } from '@main/cards/cards'
import { createChanges } from '@main/changes'
import type { Incoming } from '@main/csms/action'
import { createAdapters } from '@main/csms/adapters'
import { callFrame } from '@main/csms/rpc/frame'
import { createStoredReader } from '@main/csms/storedEvent'
import { createSessions, type Sessions, type SessionsLimits } from '@main/sessions/sessions'
import { createStations } from '@main/stations/stations'
import type { Protocol } from '@shared/ocpp/station'
import { openTestStore, type TestStore } from './testStore'

/** When messages are received unless told otherwise: all at once, as from a queue. */
const RECEIVED_AT = Date.UTC(2026, 0, 2)

const adapters = createAdapters()
const { event: readEvent } = createStoredReader(adapters)

/** The ledger on a real store, fed by the real action files, without sockets. */
export interface LedgerUnderTest {
  readonly store: TestStore
  readonly stationId: number
  readonly cards: Cards
  /** The newest one: `restart` makes another. */
  sessions(): Sessions
  failures: unknown[]
  /** Hands a message over as if it had come under a new message id. @param receivedAt by this computer's clock */
  send(protocol: Protocol, action: string, payload: object, receivedAt?: number): Promise<object>
  /** Opens it again on what is stored, without what was only remembered: what a crash leaves. */
  restart(): void
}

export async function openLedger(
  limits: Partial<SessionsLimits> = {},
  options: { readonly clock?: () => number } = {},
): Promise<LedgerUnderTest> {
  const store = openTestStore()
  const changes = createChanges()
  const { clock = () => 0 } = options
  const stations = createStations({ store, clock, changes })
  const cards = createCards({ store, clock, changes })
  const { stationId } = await stations.register('test', 'CP_1', '', '')
  const failures: unknown[] = []
  // Nothing is interpreted by itself: one that was left behind by a restart would go on, which a crash does not.
  const bounds = { interpretAfterMs: 2 ** 31 - 1, ...limits }
  const open = () =>
    createSessions({
      store,
      changes,
      cards,
      stations,
      readEvent,
      limits: bounds,
      onFailure: (error) => failures.push(error),
    })
  let sessions = open()
  let messages = 0
  return {
    store,
    stationId,
    cards,
    failures,
    sessions: () => sessions,
    async send(protocol, action, payload, receivedAt = RECEIVED_AT) {
      const entry = adapters[protocol].incoming.get(action)
      if (!entry) throw new Error(`${protocol} has no ${action}`)
      messages += 1
      const id = `m-${messages}`
      const incoming = {
        station: { id: stationId },
        connection: { protocol },
        // What else hears of these messages keeps nothing that the ledger knows.
        domain: {
          sessions,
          notices: { keep: async () => {} },
          commands: { sessionBegan() {} },
          tolerance: { noted() {} },
        },
        call: { id, action, payload, text: callFrame(id, action, payload) },
        receivedAt,
      } as unknown as Incoming
      return entry.handle(incoming, payload as never)
    },
    restart() {
      sessions = open()
    },
  }
}
