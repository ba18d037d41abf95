import type { LEFT_OUT, LocalListState } from '@shared/contract/localLists'
import type { IdToken } from '@shared/ocpp/idToken'
import type { Clock } from '../clock'
import type { StationLinks } from '../stations/commands'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import {
  clearListEntries,
  entriesOf,
  type ListableRow,
  type LocalListRow,
  localListOf,
  saveLocalList,
} from '../store/queries/localLists'
import { createAskedOnce } from './askedOnce'
import type { LocalListLimits } from './limits'
import { createListExchange, type ListChange } from './listExchange'
import type { AllListWords, ListWords } from './listWords'
import { type ListRoom, roomOf } from './room'
import { listDifference, type WantedEntry, wantedList } from './wantedList'

export interface ListKeeperDeps {
  readonly store: Store
  readonly clock: Clock
  readonly stations: Pick<Stations, 'record' | 'connection'>
  readonly links: Pick<StationLinks, 'request'>
  readonly words: AllListWords
  readonly limits: LocalListLimits
  readonly numberFor?: (stationId: number, token: IdToken) => IdToken
  /** Has a station tell what its list can hold. Called at each look while that is not known: it asks as seldom as it must. */
  readonly askRoom: (stationId: number) => void
}

/** A card that is in no list of a station. */
export type LeftOut = { readonly cardId: number; readonly why: (typeof LEFT_OUT)[number] }

/** Brings the list of one station in step at a time. */
export interface ListKeeper {
  /** @returns true when something about it has changed */
  look(stationId: number, cards: readonly ListableRow[]): Promise<boolean>
  /** A new connection: which version the station has is asked anew. */
  connected(stationId: number): void
  /** Nobody knows any more what the station has. */
  forget(stationId: number): Promise<void>
  leftOut(stationId: number): readonly LeftOut[]
}

type Wanted = ReadonlyMap<string, WantedEntry>
type Change = Partial<LocalListRow>

/** What came of a look: what is to be written down of the list, and whether anything was sent. */
interface Settled {
  readonly change: Change
  readonly isSent: boolean
}

/** A station that takes lists. */
interface Taker {
  readonly stationId: number
  readonly isConnected: boolean
  readonly said: ListWords
  readonly room: ListRoom
  /** What its list is to hold, as far as is known now how much that can be. */
  wanted(): Wanted
}

const IN_STEP: Change = { state: 'in-step', problem: null }

/** Times that a list is sent in one look: in full after a refusal, without what has no room, and what changed meanwhile. */
const ATTEMPTS = 4

export function createListKeeper(deps: ListKeeperDeps): ListKeeper {
  const { store, clock, stations, links, words, limits, numberFor } = deps
  const { read, writer } = store
  const exchange = createListExchange({ store, links })
  /** Stations that said to a message of lists that they keep none. */
  const keepsNone = createAskedOnce({ clock, stations, againMs: limits.askAgainMs })
  const leftOut = new Map<number, readonly LeftOut[]>()

  const save = async (stationId: number, change: Change): Promise<boolean> => {
    const before = localListOf(read, stationId)
    const state = change.state ?? before.state
    const since = state === 'in-step' ? (before.in_step_since ?? clock()) : null
    const after = { ...before, ...change, in_step_since: since }
    if (JSON.stringify(after) === JSON.stringify(before)) return false
    await writer.write((db) => saveLocalList(db, after))
    return true
  }

  const forgetEntries = (stationId: number, change: Change) =>
    writer.write((db) => {
      clearListEntries(db, stationId)
      saveLocalList(db, { ...localListOf(db, stationId), version: null, in_step_since: null, ...change })
    })

  const heldBy = (stationId: number) => new Map(entriesOf(read, stationId).map(({ key, entry }) => [key, entry]))

  /** Nothing can be sent to it now. */
  const away = (stationId: number, wanted: Wanted): Change => {
    const { put, remove } = listDifference(heldBy(stationId), wanted)
    const isSame = localListOf(read, stationId).version !== null && put.length + remove.length === 0
    return { state: isSame ? 'in-step' : 'behind' }
  }
  /** It said that it keeps no lists. */
  const noLists = (stationId: number): Change => {
    keepsNone.note(stationId)
    return { state: 'unsupported' }
  }

  /** Why a station takes no list, as far as is known without asking it; null when it takes one. */
  const whyNone = (stationId: number, room: ListRoom, asks: boolean): LocalListState | null => {
    if (room.available === false) return 'unsupported'
    if (room.enabled === null) {
      if (asks) deps.askRoom(stationId)
      return 'unknown'
    }
    if (!room.enabled) return 'off'
    return keepsNone.stands(stationId) ? 'unsupported' : null
  }

  const wantedOf = (stationId: number, cards: readonly ListableRow[], room: ListRoom, said: ListWords): Wanted => {
    const seen = localListOf(read, stationId).capacity_seen
    const capacity = Math.min(room.capacity ?? limits.entriesMost, seen ?? limits.entriesMost)
    const wanted = wantedList(cards, { stationId, now: clock(), capacity, word: said.entry, numberFor })
    leftOut.set(stationId, wanted.leftOut)
    return wanted.entries
  }

  /** Sends what the station lacks, in as many attempts as that takes. @param has the version that it has */
  const sendAll = async (taker: Taker, first: Wanted, has: number): Promise<Settled> => {
    const { stationId, said, room } = taker
    const perMessage = room.perMessage ?? limits.perMessage
    let wanted = first
    let isFull = localListOf(read, stationId).version === null
    // A station without a list and a site without cards are in step.
    if (isFull && has === 0 && wanted.size === 0) return { change: IN_STEP, isSent: false }

    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const changes = changesTo(wanted, isFull ? new Map() : heldBy(stationId), said)
      if (!isFull && changes.length === 0) return { change: IN_STEP, isSent: attempt > 0 }
      const messages = { said, changes, isFull, from: has, perMessage, bytes: room.bytesPerMessage }
      const { sent, problem } = await exchange.send(stationId, { ...messages, roomUntold: room.capacity === null })
      const ends = (change: Change): Settled => ({ change, isSent: true })
      if (sent === 'offline') return ends(away(stationId, wanted))
      if (sent === 'unsupported') return ends({ ...noLists(stationId), problem })
      if (sent === 'failed' && isFull) return ends({ state: 'failed', problem })
      if (sent === 'full') {
        await save(stationId, { capacity_seen: heldBy(stationId).size })
        wanted = taker.wanted()
      }
      const isRefused = sent === 'mismatch' || sent === 'failed'
      if (isRefused) {
        // D01.FR.03: all of it again, after its version was asked for: somebody else may have given it one.
        await forgetEntries(stationId, { state: 'behind' })
        exchange.forgetVersion(stationId)
        if ((await exchange.version(stationId)) == null) return ends(away(stationId, wanted))
      }
      isFull = isRefused
    }
    return { change: { state: 'failed' }, isSent: true }
  }

  const bringInStep = async (taker: Taker): Promise<Settled> => {
    const { stationId } = taker
    const wanted = taker.wanted()
    const has = taker.isConnected ? await exchange.version(stationId) : undefined
    if (has === undefined) return { change: away(stationId, wanted), isSent: false }
    if (has === null) return { change: noLists(stationId), isSent: false }
    const known = localListOf(read, stationId).version
    if (known !== null && known !== has) await forgetEntries(stationId, { state: 'behind' })
    return sendAll(taker, wanted, has)
  }

  return {
    async look(stationId, cards) {
      const record = stations.record(stationId)
      const connection = stations.connection(stationId)
      const protocol = connection?.protocol ?? record?.row.protocol
      if (record?.admission !== 'admitted' || !protocol) return false
      if (localListOf(read, stationId).kept === 0) return false
      const room = roomOf(read, stationId, protocol)
      const isConnected = connection !== undefined
      const none = whyNone(stationId, room, isConnected && cards.length > 0)
      if (none !== null) return save(stationId, { state: none })
      const said = words[protocol]
      const wanted = () => wantedOf(stationId, cards, room, said)
      const { change, isSent } = await bringInStep({ stationId, isConnected, said, room, wanted })
      return (await save(stationId, change)) || isSent
    },
    connected(stationId) {
      exchange.forgetVersion(stationId)
      keepsNone.connected(stationId)
    },
    async forget(stationId) {
      exchange.forgetVersion(stationId)
      keepsNone.forget(stationId)
      await forgetEntries(stationId, { capacity_seen: null })
    },
    leftOut: (stationId) => leftOut.get(stationId) ?? [],
  }
}

/** What has to be told so that a list that holds `held` becomes the wanted one. */
function changesTo(wanted: Wanted, held: ReadonlyMap<string, string>, said: ListWords): ListChange[] {
  const { put, remove } = listDifference(held, wanted)
  return [
    // What goes makes room for what comes.
    ...remove.map((key) => ({ key, put: null, entry: removalOf(said, held.get(key)) })),
    ...put.map((entry) => ({ key: entry.key, put: entry, entry: entry.entry })),
  ]
}

function removalOf(said: ListWords, entry: string | undefined): string {
  return JSON.stringify(said.taken(JSON.parse(entry ?? '{}') as object))
}
