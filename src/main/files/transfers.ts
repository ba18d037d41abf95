import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { LogKind } from '@shared/ocpp/file'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { deleteFile, type FileRow, fileById, insertFile, logsOf } from '../store/queries/files'
import { setTicketFile, spendTicket, type TicketRow } from '../store/queries/tickets'
import type { FileFolder, Stored } from './fileFolder'
import { shownName } from './fileName'
import type { FileLimits } from './limits'
import { receive } from './receive'
import type { Tickets } from './tickets'

/** What a link is for, as its station meets it. */
export type Transfer =
  | { readonly direction: 'upload'; readonly ticket: TicketRow }
  | { readonly direction: 'download'; readonly ticket: TicketRow; readonly offer: Offer }

/** Firmware, ready to be fetched. */
export interface Offer {
  readonly fileId: number
  /** Where its bytes are. */
  readonly path: string
  readonly name: string
  readonly size: number
  readonly sha256: string
}

export interface Upload {
  readonly source: Readable
  /** As the sender calls it; anything. */
  readonly name: string | null
  /** Announced size in bytes, when there is one. */
  readonly announced: number | null
}

export type UploadOutcome =
  | { readonly kind: 'stored'; readonly size: number; readonly sha256: string }
  /** The link has been used, and this is something else than what came then. */
  | { readonly kind: 'already-used' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  | { readonly kind: 'no-room' }
  | { readonly kind: 'broken-off'; readonly reason: string }

/** News of a transfer, for whoever asked the station for it. */
export type TransferNews = {
  readonly stationId: number
  /** Of the request that the link was made for, when it has a number. */
  readonly requestId: number | null
  readonly at: number
} & (
  | {
      readonly kind: 'received'
      readonly logKind: LogKind
      readonly fileId: number
      readonly name: string
      readonly size: number
    }
  | {
      readonly kind: 'upload-failed'
      readonly logKind: LogKind
      /** `not-stored`: the disk failed, or the program is ending. */
      readonly why: Exclude<UploadOutcome['kind'], 'stored' | 'already-used'> | 'not-stored'
    }
  | { readonly kind: 'fetched'; readonly fileId: number }
)

/** The stations' side: what they put here and fetch over their links. */
export interface Transfers {
  /** What the secret of a link leads to; null when it is wrong, has ended, or its station was refused meanwhile. */
  open(secret: string): Transfer | null
  /** Takes a log in. A newer try takes the place of one that is still under way. Throws when the disk fails. */
  accept(ticket: TicketRow, upload: Upload): Promise<UploadOutcome>
  /** Counts what went out. @param toItsEnd the last byte was among it */
  sent(ticket: TicketRow, bytes: number, toItsEnd: boolean): void
  /** @returns a function that ends the subscription */
  onNews(listener: (news: TransferNews) => void): () => void
}

export interface TransfersDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'record'>
  readonly folder: FileFolder
  readonly tickets: Tickets
  readonly limits: FileLimits
}

export function createTransfers(deps: TransfersDeps): Transfers {
  const { store, clock, changes, stations, folder, tickets, limits } = deps
  const listeners = new Set<(news: TransferNews) => void>()
  const tell = (news: TransferNews) => {
    for (const listener of listeners) listener(news)
  }
  /** Uploads under way, by ticket. */
  const underWay = new Map<number, AbortController>()

  /** Writes down a log that is on the disk, and lets the oldest of its station go when there are too many. */
  const enter = async (ticket: TicketRow, stored: Stored, name: string): Promise<number> => {
    const at = clock()
    const identity = stations.record(ticket.station_id)?.identity ?? ''
    const { id, gone } = await store.writer.write((db) => {
      const id = insertFile(db, {
        kind: ticket.kind,
        stored_name: stored.storedName,
        name,
        size: stored.size,
        sha256: stored.sha256,
        station_id: ticket.station_id,
        request_id: ticket.request_id,
        created_at: at,
        actor: identity,
        version: '',
        vendor: '',
        model: '',
        note: '',
        signing_certificate: null,
        signature: null,
      })
      setTicketFile(db, ticket.id, id, at)
      const gone = surplus(logsOf(db, ticket.station_id), limits)
      for (const log of gone) {
        deleteFile(db, log.id)
        const detail = { station: identity, size: log.size, sha256: log.sha256 }
        appendAudit(db, { at, actor: 'chargehand', action: 'log-dropped', subject: log.name, detail })
      }
      return { id, gone }
    })
    for (const log of gone) await folder.remove(log.stored_name)
    changes.emit('file', id)
    for (const log of gone) changes.emit('file', log.id)
    if (gone.length > 0) changes.emit('audit', 0)
    return id
  }

  const defaultName = (ticket: TicketRow) => {
    const identity = stations.record(ticket.station_id)?.identity ?? String(ticket.station_id)
    const time = new Date(clock()).toISOString().slice(0, 19).replaceAll(':', '')
    return shownName(`${identity}-${ticket.kind}-${time}`) ?? ticket.kind
  }

  const takeIn = async (ticket: TicketRow, upload: Upload, signal: AbortSignal): Promise<UploadOutcome> => {
    const { source, announced } = upload
    const { freeBytesKept } = limits
    const received = await receive({ folder, source, announced, maxBytes: ticket.max_bytes, freeBytesKept, signal })
    const about = aboutUpload(ticket, clock())
    if (received.kind !== 'whole') {
      // A try that a newer one has replaced is no failure: that one is still under way.
      if (!signal.aborted) tell({ ...about, kind: 'upload-failed', why: received.kind })
      return received.kind === 'too-large' ? { kind: 'too-large', maxBytes: ticket.max_bytes } : received
    }
    const { stored } = received
    try {
      const name = shownName(upload.name) ?? defaultName(ticket)
      const fileId = await enter(ticket, stored, name)
      tell({ ...about, kind: 'received', fileId, name, size: stored.size })
    } catch (error) {
      await folder.remove(stored.storedName)
      throw error
    }
    return { kind: 'stored', size: stored.size, sha256: stored.sha256 }
  }

  return {
    open(secret) {
      const ticket = tickets.redeem(secret)
      if (!ticket || stations.record(ticket.station_id)?.admission !== 'admitted') return null
      if (ticket.kind !== 'firmware') return { direction: 'upload', ticket }
      const row = ticket.file_id === null ? undefined : fileById(store.read, ticket.file_id)
      if (!row || ticket.spent_bytes >= ticket.max_bytes) return null
      const { id: fileId, name, size, sha256 } = row
      return {
        direction: 'download',
        ticket,
        offer: { fileId, path: folder.pathOf(row.stored_name), name, size, sha256 },
      }
    },

    async accept(ticket, upload) {
      underWay.get(ticket.id)?.abort(new Error('replaced by a newer try'))
      if (ticket.file_id !== null) return compare(fileById(store.read, ticket.file_id), upload.source)
      const controller = new AbortController()
      underWay.set(ticket.id, controller)
      try {
        return await takeIn(ticket, upload, controller.signal)
      } catch (error) {
        tell({ ...aboutUpload(ticket, clock()), kind: 'upload-failed', why: 'not-stored' })
        throw error
      } finally {
        if (underWay.get(ticket.id) === controller) underWay.delete(ticket.id)
      }
    },

    sent(ticket, bytes, toItsEnd) {
      const at = clock()
      store.writer.writeSoon((db) => spendTicket(db, ticket.id, bytes, toItsEnd ? at : null), {
        promptly: toItsEnd,
        afterCommit: () => {
          if (!toItsEnd || ticket.file_id === null) return
          const { station_id: stationId, request_id: requestId, file_id: fileId } = ticket
          changes.emit('file', fileId)
          tell({ kind: 'fetched', stationId, requestId, fileId, at })
        },
      })
    },

    onNews(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function aboutUpload(ticket: TicketRow, at: number) {
  // A ticket of firmware never comes here: it is for fetching.
  return { stationId: ticket.station_id, requestId: ticket.request_id, logKind: ticket.kind as LogKind, at }
}

/**
 * A station whose answer was lost sends the same once more and has to hear the same again; anything else would be a
 * second file over a link that is for one.
 */
async function compare(kept: FileRow | undefined, source: Readable): Promise<UploadOutcome> {
  if (!kept) return { kind: 'already-used' }
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > kept.size) return { kind: 'already-used' }
    hash.update(chunk)
  }
  if (hash.digest('hex') !== kept.sha256) return { kind: 'already-used' }
  return { kind: 'stored', size: kept.size, sha256: kept.sha256 }
}

/** The logs beyond the limits of a station, newest of all first; the newest one always stays. */
function surplus(newestFirst: readonly FileRow[], limits: FileLimits): FileRow[] {
  let bytes = 0
  return newestFirst.filter((log, place) => {
    bytes += log.size
    return place > 0 && (place >= limits.logsPerStation || bytes > limits.logBytesPerStation)
  })
}
