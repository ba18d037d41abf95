import type { StationLinks } from '../stations/commands'
import type { Store } from '../store/open'
import {
  clearListEntries,
  localListOf,
  putListEntry,
  removeListEntry,
  saveLocalList,
} from '../store/queries/localLists'
import type { LIST_ANSWERS, ListWords } from './listWords'
import { inListMessages, type WantedEntry } from './wantedList'

/** One change of a list: put, or taken away. */
export interface ListChange {
  readonly entry: string
  readonly key: string
  readonly put: WantedEntry | null
}

/**
 * - `offline`: it did not answer, so nobody knows what it has taken
 * - `mismatch`: it has another version than was thought
 * - `full`: it has taken a part, and has no room for more
 * - `unsupported`: it keeps no lists
 */
export type Sent = 'done' | 'offline' | 'mismatch' | 'failed' | 'full' | 'unsupported'

export interface ListMessages {
  readonly said: ListWords
  readonly changes: readonly ListChange[]
  /** Whether they make the whole list, in place of what the station has. */
  readonly isFull: boolean
  /** The version that the station has, where it has not told another one since. */
  readonly from: number
  readonly perMessage: number
  readonly bytes: number | null
  /** Whether the station has not told how much it takes. */
  readonly roomUntold: boolean
}

/** What is said to stations about their lists, and what they answer. */
export interface ListExchange {
  /** The version that the station has, asked once a connection; null when it keeps no lists, undefined when it did not say. */
  version(stationId: number): Promise<number | null | undefined>
  /** What it said of its version does not count any more. */
  forgetVersion(stationId: number): void
  /** Sends changes, message by message; each that is taken is written down before the next one goes. */
  send(stationId: number, messages: ListMessages): Promise<{ readonly sent: Sent; readonly problem: string | null }>
}

export function createListExchange({
  store: { writer },
  links,
}: {
  readonly store: Pick<Store, 'writer'>
  readonly links: Pick<StationLinks, 'request'>
}): ListExchange {
  /** By station, as it was said or made over the connection that it has now. */
  const versions = new Map<number, number>()

  const written = (stationId: number, part: readonly ListChange[], version: number, isFull: boolean) =>
    writer.write((db) => {
      if (isFull) clearListEntries(db, stationId)
      for (const { key, put } of part) {
        if (put) putListEntry(db, stationId, { key, card_id: put.cardId, entry: put.entry })
        else removeListEntry(db, stationId, key)
      }
      saveLocalList(db, { ...localListOf(db, stationId), version })
    })

  return {
    async version(stationId) {
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
    },

    forgetVersion: (stationId) => void versions.delete(stationId),

    async send(stationId, { said, changes, isFull, from, perMessage, bytes, roomUntold }) {
      let version = versions.get(stationId) ?? from
      const parts = inListMessages(changes, perMessage, bytes)
      // An empty list is a message too (D01.FR.04).
      if (parts.length === 0 && isFull) parts.push([])
      for (const [place, part] of parts.entries()) {
        version += 1
        const isBeginning = isFull && place === 0
        const entries = part.map(({ entry }) => JSON.parse(entry) as object)
        const result = await links.request(stationId, 'SendLocalList', said.message(version, isBeginning, entries))
        if (result.kind === 'error') {
          const sent = isUnsupported(result.code) ? 'unsupported' : 'failed'
          return { sent, problem: `${result.code} ${result.description}`.trim() }
        }
        if (result.kind !== 'answered') {
          // The station is asked before more is sent.
          versions.delete(stationId)
          return { sent: 'offline', problem: null }
        }
        const { status } = result.payload as { status: (typeof LIST_ANSWERS)[number] }
        if (status === 'VersionMismatch') return { sent: 'mismatch', problem: status }
        if (status === 'NotSupported') return { sent: 'unsupported', problem: status }
        // A list that was begun anew and takes no more is full, where the station has not told how much it takes.
        const isMaybeFull = isFull && place > 0 && roomUntold
        if (status === 'Failed') return { sent: isMaybeFull ? 'full' : 'failed', problem: status }
        await written(stationId, part, version, isBeginning)
        versions.set(stationId, version)
      }
      return { sent: 'done', problem: null }
    },
  }
}

function isUnsupported(code: string): boolean {
  return code === 'NotImplemented' || code === 'NotSupported'
}
