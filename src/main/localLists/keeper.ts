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
  putListEntry,
  removeListEntry,
  saveLocalList,
} from '../store/queries/localLists'
import { createAskedOnce } from './askedOnce'
import type { LocalListLimits } from './limits'
import type { AllListWords, LIST_ANSWERS, ListWords } from './listWords'
import { roomOf } from './room'
import { inListMessages, listDifference, type WantedEntry, wantedList } from './wantedList'

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

/** One change of a list: put, or taken away. */
interface Change {
  readonly entry: string
  readonly key: string
  readonly put: WantedEntry | null
}

type Sent = 'done' | 'offline' | 'mismatch' | 'failed' | 'full' | 'unsupported'

export function createListKeeper(deps: ListKeeperDeps): ListKeeper {
  const { store, clock, stations, links, words, limits, numberFor } = deps
  const { read, writer } = store
  /** Stations whose version was asked over the connection that they have now, with what they said. */
  const versions = new Map<number, number>()
  /** Stations that said to a message of lists that they keep none. */
  const keepsNone = createAskedOnce({ clock, stations, againMs: limits.askAgainMs })
  const leftOut = new Map<number, readonly LeftOut[]>()

  const save = async (stationId: number, change: Partial<LocalListRow>): Promise<boolean> => {
    const before = localListOf(read, stationId)
    const state = change.state ?? before.state
    const since = state === 'in-step' ? (before.in_step_since ?? clock()) : null
    const after = { ...before, ...change, in_step_since: since }
    if (JSON.stringify(after) === JSON.stringify(before)) return false
    await writer.write((db) => saveLocalList(db, after))
    return true
  }

  const forget = async (stationId: number) => {
    versions.delete(stationId)
    keepsNone.forget(stationId)
    await writer.write((db) => {
      clearListEntries(db, stationId)
      saveLocalList(db, { ...localListOf(db, stationId), version: null, in_step_since: null, capacity_seen: null })
    })
  }

  /** The version that the station has; null when it keeps no lists, undefined when it did not say. */
  const versionOf = async (stationId: number): Promise<number | null | undefined> => {
    const known = versions.get(stationId)
    if (known !== undefined) return known
    const result = await links.request(stationId, 'GetLocalListVersion', {})
    if (result.kind === 'error') return isUnsupported(result.code) ? null : undefined
    if (result.kind !== 'answered') return undefined
    const { listVersion, versionNumber } = result.payload as { listVersion?: number; versionNumber?: number }
    const version = listVersion ?? versionNumber ?? 0
    // 1.6 §5.10: −1 says that it has no lists.
    if (version < 0) return null
    versions.set(stationId, version)
    return version
  }

  /** Sends changes, message by message; each that is taken is written down before the next one goes. */
  const send = async (
    stationId: number,
    said: ListWords,
    changes: readonly Change[],
    options: {
      readonly isFull: boolean
      readonly from: number
      readonly perMessage: number
      readonly bytes: number | null
      readonly roomUntold: boolean
    },
  ): Promise<{ sent: Sent; problem: string | null }> => {
    let version = options.from
    const parts = inListMessages(changes, options.perMessage, options.bytes)
    // An empty list is a message too (D01.FR.04).
    if (parts.length === 0 && options.isFull) parts.push([])
    for (const [place, part] of parts.entries()) {
      version += 1
      const isFull = options.isFull && place === 0
      const entries = part.map(({ entry }) => JSON.parse(entry) as object)
      const result = await links.request(stationId, 'SendLocalList', said.message(version, isFull, entries))
      if (result.kind === 'error') {
        const sent = isUnsupported(result.code) ? 'unsupported' : 'failed'
        return { sent, problem: `${result.code} ${result.description}`.trim() }
      }
      if (result.kind !== 'answered') {
        // Nobody knows whether it was taken: the station is asked before more is sent.
        versions.delete(stationId)
        return { sent: 'offline', problem: null }
      }
      const { status } = result.payload as { status: (typeof LIST_ANSWERS)[number] }
      if (status === 'VersionMismatch') return { sent: 'mismatch', problem: status }
      if (status === 'NotSupported') return { sent: 'unsupported', problem: status }
      // A list that was begun anew and takes no more is full, where the station has not told how much it takes.
      const isMaybeFull = options.isFull && place > 0 && options.roomUntold
      if (status === 'Failed') return { sent: isMaybeFull ? 'full' : 'failed', problem: status }
      await writer.write((db) => {
        if (isFull) clearListEntries(db, stationId)
        for (const { key, put } of part) {
          if (put) putListEntry(db, stationId, { key, card_id: put.cardId, entry: put.entry })
          else removeListEntry(db, stationId, key)
        }
        saveLocalList(db, { ...localListOf(db, stationId), version })
      })
      versions.set(stationId, version)
    }
    return { sent: 'done', problem: null }
  }

  const look = async (stationId: number, cards: readonly ListableRow[]): Promise<boolean> => {
    const record = stations.record(stationId)
    const connection = stations.connection(stationId)
    const protocol = connection?.protocol ?? record?.row.protocol
    if (record?.admission !== 'admitted' || !protocol) return false
    const row = localListOf(read, stationId)
    if (row.kept === 0) return false
    const room = roomOf(read, stationId, protocol)
    if (room.available === false) return save(stationId, { state: 'unsupported' })
    if (room.enabled === null) {
      if (connection && cards.length > 0) deps.askRoom(stationId)
      return save(stationId, { state: 'unknown' })
    }
    if (!room.enabled) return save(stationId, { state: 'off' })
    if (keepsNone.stands(stationId)) return save(stationId, { state: 'unsupported' })

    const said = words[protocol]
    const perMessage = room.perMessage ?? limits.perMessage
    const target = () => {
      const seen = localListOf(read, stationId).capacity_seen
      const capacity = Math.min(room.capacity ?? limits.entriesMost, seen ?? limits.entriesMost)
      const wanted = wantedList(cards, { stationId, now: clock(), capacity, word: said.entry, numberFor })
      leftOut.set(stationId, wanted.leftOut)
      return wanted.entries
    }
    const heldNow = () => new Map(entriesOf(read, stationId).map(({ key, entry }) => [key, entry]))

    let wanted = target()
    let isSent = false
    const settle = async (change: Partial<LocalListRow>) => (await save(stationId, change)) || isSent
    const offline = async (): Promise<boolean> => {
      const { put, remove } = listDifference(heldNow(), wanted)
      const isSame = localListOf(read, stationId).version !== null && put.length + remove.length === 0
      return settle({ state: isSame ? 'in-step' : 'behind' })
    }
    if (!connection) return offline()
    const has = await versionOf(stationId)
    if (has === undefined) return offline()
    if (has === null) {
      keepsNone.note(stationId)
      return settle({ state: 'unsupported' })
    }
    const known = localListOf(read, stationId).version
    if (known !== null && known !== has) await forgetEntries(stationId)
    let isFull = localListOf(read, stationId).version === null
    // A station without a list and a site without cards are in step.
    if (isFull && has === 0 && wanted.size === 0) return settle({ state: 'in-step', problem: null })

    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const held = isFull ? new Map<string, string>() : heldNow()
      const { put, remove } = listDifference(held, wanted)
      if (!isFull && put.length + remove.length === 0) return settle({ state: 'in-step', problem: null })
      const changes: Change[] = [
        // What goes makes room for what comes.
        ...remove.map((key) => ({ key, put: null, entry: removalOf(said, held.get(key)) })),
        ...put.map((entry) => ({ key: entry.key, put: entry, entry: entry.entry })),
      ]
      const from = versions.get(stationId) ?? has
      const options = { isFull, from, perMessage, bytes: room.bytesPerMessage, roomUntold: room.capacity === null }
      const { sent, problem } = await send(stationId, said, changes, options)
      isSent = true
      if (sent === 'offline') return offline()
      if (sent === 'unsupported') {
        keepsNone.note(stationId)
        return settle({ state: 'unsupported', problem })
      }
      if (sent === 'full') {
        await save(stationId, { capacity_seen: heldNow().size })
        wanted = target()
        isFull = false
      } else if (sent === 'mismatch' || (sent === 'failed' && !isFull)) {
        // D01.FR.03: all of it again, after its version was asked for: somebody else may have given it one.
        await forgetEntries(stationId)
        versions.delete(stationId)
        const now = await versionOf(stationId)
        if (now == null) return offline()
        isFull = true
      } else if (sent === 'failed') return settle({ state: 'failed', problem })
      else isFull = false
    }
    return settle({ state: 'failed' satisfies LocalListState })
  }

  const forgetEntries = (stationId: number) =>
    writer.write((db) => {
      clearListEntries(db, stationId)
      saveLocalList(db, { ...localListOf(db, stationId), version: null, in_step_since: null, state: 'behind' })
    })

  return {
    look,
    connected(stationId) {
      versions.delete(stationId)
      keepsNone.connected(stationId)
    },
    forget,
    leftOut: (stationId) => leftOut.get(stationId) ?? [],
  }
}

/** Times that a list is sent in one look: in full after a refusal, without what has no room, and what changed meanwhile. */
const ATTEMPTS = 4

function isUnsupported(code: string): boolean {
  return code === 'NotImplemented' || code === 'NotSupported'
}

function removalOf(said: ListWords, entry: string | undefined): string {
  return JSON.stringify(said.taken(JSON.parse(entry ?? '{}') as object))
}
