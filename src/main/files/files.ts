import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { differences } from '@shared/auditFields'
import type { FirmwareTexts, StoredFile } from '@shared/contract/files'
import { AppError } from '@shared/errors'
import type { LogKind } from '@shared/ocpp/file'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import {
  deleteFile,
  type FileFilter,
  type FileTexts,
  type FileViewRow,
  fileById,
  findFiles,
  insertFile,
  setFileTexts,
  storedNames,
} from '../store/queries/files'
import { toPage } from '../store/queries/page'
import { type Additions, type CompleteOutcome, createAdditions } from './additions'
import { openFileFolder } from './fileFolder'
import { shownName, urlName } from './fileName'
import { FILE_LIMITS, type FileLimits } from './limits'
import { type TextStart, textStart } from './textStart'
import { createTickets } from './tickets'
import { createTransfers, type Transfers } from './transfers'
import { toStoredFile } from './view'

/** A link for a station to put a log at. */
export interface UploadLink {
  readonly url: string
  readonly expiresAt: number
}

/** A link for a station to fetch firmware from, with what goes along with it. */
export interface DownloadLink extends UploadLink {
  readonly name: string
  readonly version: string
  readonly size: number
  readonly sha256: string
  /** PEM and Base64, both or none of it: for signed updates. */
  readonly signingCertificate: string | null
  readonly signature: string | null
}

export type FinishOutcome = { kind: 'stored'; file: StoredFile } | Exclude<CompleteOutcome, { kind: 'whole' }>

/** Firmware for the stations, and the logs that they put here; their bytes lie in the folder `files`. */
export interface Files extends Pick<Additions, 'begin' | 'append' | 'cancel'> {
  /**
   * Makes a link at which this station may put one log. Make it when it is sent: its address is that of the station's
   * connection, and its time runs from now. @throws AppError UNKNOWN_STATION
   */
  ticketForUpload(order: { stationId: number; kind: LogKind; requestId: number | null }): Promise<UploadLink>
  /**
   * Makes a link from which this station may fetch a firmware. Its time runs from now, or from when it is to be fetched
   * if that is later. @throws AppError UNKNOWN_STATION, UNKNOWN_FILE
   */
  ticketForDownload(order: {
    stationId: number
    firmwareId: number
    requestId: number | null
    fetchAt?: number | null
  }): Promise<DownloadLink>
  readonly transfers: Transfers
  readonly limits: FileLimits
  find(filter: FileFilter): { entries: StoredFile[]; next: number | null; total: number }
  /** @throws AppError UNKNOWN_FILE */
  get(fileId: number): StoredFile
  /** A firmware; undefined when there is none with this number. */
  firmware(fileId: number): StoredFile | undefined
  /** @throws AppError UNKNOWN_FILE */
  describe(actor: string, fileId: number, texts: FirmwareTexts): Promise<StoredFile>
  /** @returns false when it is gone already */
  remove(actor: string, fileId: number): Promise<boolean>
  /** The bytes in parts that fit a message. @throws AppError UNKNOWN_FILE, FILE_LOST */
  read(fileId: number): Promise<AsyncIterable<Buffer>>
  /** @throws AppError UNKNOWN_FILE, FILE_LOST */
  text(fileId: number): Promise<TextStart>
  /** Keeps the firmware that was added. @throws AppError UNKNOWN_UPLOAD, STORE_WRITE_FAILED */
  finish(actor: string, uploadId: string, sha256: string | null, texts: FirmwareTexts): Promise<FinishOutcome>
  /** Drops what is being added at this moment. */
  close(): Promise<void>
}

export interface FilesDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'record'>
  /** The data folder; the files have a folder of their own in it. */
  readonly dataFolder: string
  /** `http://address:port` under which this station reaches this computer. */
  readonly originFor: (stationId: number) => string
  readonly limits?: Partial<FileLimits>
}

/** Folder of the files in the data folder. */
export const FILES_FOLDER = 'files'

export function createFiles(deps: FilesDeps): Files {
  const { store, clock, changes, stations, originFor } = deps
  const { read, writer } = store
  const limits = { ...FILE_LIMITS, ...deps.limits }
  const folder = openFileFolder(join(deps.dataFolder, FILES_FOLDER), new Set(storedNames(read)))
  const tickets = createTickets({ store, clock, limits })
  const transfers = createTransfers({ store, clock, changes, stations, folder, tickets, limits })
  const additions = createAdditions({ folder, clock, limits })

  const existing = (fileId: number): FileViewRow => {
    const row = fileById(read, fileId)
    if (!row) throw new AppError('UNKNOWN_FILE')
    return row
  }
  const view = (fileId: number) => toStoredFile(read, existing(fileId))
  const requireStation = (stationId: number) => {
    if (!stations.record(stationId)) throw new AppError('UNKNOWN_STATION')
  }
  /** Where the bytes of a file are, when they are there. */
  const bytesOf = async (fileId: number): Promise<string> => {
    const { stored_name: storedName, name } = existing(fileId)
    const path = folder.pathOf(storedName)
    await access(path).catch((error) => {
      throw new AppError('FILE_LOST', { name }, { cause: error })
    })
    return path
  }

  return {
    transfers,
    limits,
    begin: (name, size) => additions.begin(shownName(name) ?? 'firmware', size),
    append: additions.append,
    cancel: additions.cancel,

    async ticketForUpload({ stationId, kind, requestId }) {
      requireStation(stationId)
      const expiresAt = clock() + limits.uploadMs
      const secret = await tickets.issue({
        kind,
        station_id: stationId,
        file_id: null,
        request_id: requestId,
        max_bytes: limits.logBytes,
        expires_at: expiresAt,
      })
      // With a slash at its end: stations that add a file name of theirs add it to that.
      return { url: `${originFor(stationId)}/files/${secret}/`, expiresAt }
    },

    async ticketForDownload({ stationId, firmwareId, requestId, fetchAt = null }) {
      requireStation(stationId)
      const row = existing(firmwareId)
      if (row.kind !== 'firmware') throw new AppError('UNKNOWN_FILE')
      const expiresAt = Math.max(clock(), fetchAt ?? 0) + limits.downloadMs
      const secret = await tickets.issue({
        kind: 'firmware',
        station_id: stationId,
        file_id: firmwareId,
        request_id: requestId,
        max_bytes: row.size * limits.downloadTimes,
        expires_at: expiresAt,
      })
      changes.emit('file', firmwareId)
      return {
        // Stations take the end of the path for the name of the file, and go by its extension.
        url: `${originFor(stationId)}/files/${secret}/${urlName(row.name)}`,
        expiresAt,
        name: row.name,
        version: row.version,
        size: row.size,
        sha256: row.sha256,
        signingCertificate: row.signing_certificate,
        signature: row.signature,
      }
    },

    find(filter) {
      const { rows, total } = findFiles(read, filter)
      return toPage(rows, filter.limit, total, (row) => toStoredFile(read, row))
    },

    get: view,

    firmware(fileId) {
      const row = fileById(read, fileId)
      return row?.kind === 'firmware' ? toStoredFile(read, row) : undefined
    },

    async describe(actor, fileId, texts) {
      const at = clock()
      const written = await writer.write((db) => {
        const row = fileById(db, fileId)
        if (!row) throw new AppError('UNKNOWN_FILE')
        const next = toColumns(texts)
        const detail = differences(CHANGED, told(row), told(next))
        if (Object.keys(detail).length === 0) return false
        setFileTexts(db, fileId, next)
        appendAudit(db, { at, actor, action: 'firmware-changed', subject: row.name, detail })
        return true
      })
      if (written) {
        changes.emit('file', fileId)
        changes.emit('audit', 0)
      }
      return view(fileId)
    },

    async remove(actor, fileId) {
      const at = clock()
      const gone = await writer.write((db) => {
        const row = fileById(db, fileId)
        if (!row) return null
        deleteFile(db, fileId)
        const action = row.kind === 'firmware' ? 'firmware-removed' : 'log-removed'
        const { size, sha256, station_identity: station } = row
        const detail = { ...(station === null ? {} : { station }), size, sha256 }
        appendAudit(db, { at, actor, action, subject: row.name, detail })
        return row
      })
      if (gone === null) return false
      // After the commit: a row without its bytes would be shown as lost, bytes without a row go with the next start.
      await folder.remove(gone.stored_name)
      changes.emit('file', fileId)
      changes.emit('audit', 0)
      return true
    },

    read: async (fileId) => createReadStream(await bytesOf(fileId), { highWaterMark: limits.partBytes }),

    text: async (fileId) => textStart(await bytesOf(fileId), limits.textBytes),

    async finish(actor, uploadId, sha256, texts) {
      const done = await additions.complete(uploadId, sha256)
      if (done.kind !== 'whole') return done
      const { stored, name } = done
      const at = clock()
      try {
        const id = await writer.write((db) => {
          const { size, version, vendor, model } = { ...texts, ...stored }
          const detail = { version, vendor, model, size, sha256: stored.sha256 }
          appendAudit(db, { at, actor, action: 'firmware-added', subject: name, detail })
          return insertFile(db, {
            kind: 'firmware',
            stored_name: stored.storedName,
            name,
            size: stored.size,
            sha256: stored.sha256,
            station_id: null,
            request_id: null,
            created_at: at,
            actor,
            ...toColumns(texts),
          })
        })
        changes.emit('file', id)
        changes.emit('audit', 0)
        return { kind: 'stored', file: view(id) }
      } catch (error) {
        await folder.remove(stored.storedName)
        throw error
      }
    },

    close: additions.close,
  }
}

function toColumns({ version, vendor, model, note, signingCertificate, signature }: FirmwareTexts): FileTexts {
  return { version, vendor, model, note, signing_certificate: signingCertificate, signature }
}

const CHANGED = ['version', 'vendor', 'model', 'note', 'signingCertificate', 'signature'] as const

/** The texts of a file as the audit trail names them. */
function told({ signing_certificate: signingCertificate, ...texts }: FileTexts) {
  return { ...texts, signingCertificate }
}
