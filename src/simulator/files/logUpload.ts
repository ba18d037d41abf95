import type { ChargerEvent } from '../chargerEvents'
import type { ChargerFaults } from '../faults/faults'
import type { Timers } from '../timers'
import type { LogBook } from './logBook'
import { type Upload, upload } from './transfer'

/** UploadLogStatusEnumType, which 1.6 spells differently in places. */
export type LogStatus =
  | 'BadMessage'
  | 'Idle'
  | 'NotSupportedOperation'
  | 'PermissionDenied'
  | 'Uploaded'
  | 'UploadFailure'
  | 'Uploading'
  | 'AcceptedCanceled'

/** What the server asked for. */
export interface LogOrder {
  readonly which: 'diagnostics' | 'security'
  readonly location: string
  /** Null: 1.6 GetDiagnostics, which has none. */
  readonly requestId: number | null
  readonly from: Date | null
  readonly to: Date | null
  /** How often it is tried again, and after how many seconds. */
  readonly retries: number
  readonly retrySeconds: number
}

export interface LogUploadParts {
  readonly identity: string
  readonly book: LogBook
  readonly timers: Timers
  readonly faults: ChargerFaults
  readonly now: () => Date
  readonly roots: () => readonly string[] | null
  readonly emit: (event: ChargerEvent) => void
  readonly tell: (status: LogStatus, order: LogOrder) => void
}

interface Running {
  readonly order: LogOrder
  readonly abort: AbortController
}

const FAILURES: Readonly<Record<Extract<Upload, { ok: false }>['why'], LogStatus>> = {
  refused: 'BadMessage',
  denied: 'PermissionDenied',
  'not-supported': 'NotSupportedOperation',
  failed: 'UploadFailure',
}

/** Uploads a log, one at a time; a new order ends the one before (N01.FR.12/20). */
export class LogUpload {
  readonly #parts: LogUploadParts
  #running: Running | null = null
  #last: { readonly status: LogStatus; readonly order: LogOrder } | null = null

  constructor(parts: LogUploadParts) {
    this.#parts = parts
  }

  /** What a trigger asks for: how far it is; null: nothing is under way (Idle, N01.FR.13). */
  get current(): { readonly status: LogStatus; readonly order: LogOrder } | null {
    return this.#running ? this.#last : null
  }

  /** Takes the order. `replaced`: another one was under way and has been given up; `go` begins. */
  take(order: LogOrder): { readonly filename: string; readonly replaced: boolean; readonly go: () => void } {
    const { identity, now } = this.#parts
    const stamp = now().toISOString().replace(/[:.]/g, '-')
    const filename = `${identity.replace(/[^\w.-]/g, '_')}-${order.which}-${stamp}.log`
    const before = this.#running
    return {
      filename,
      replaced: before !== null,
      go: () => {
        if (before && this.#running === before) this.#giveUp(before)
        void this.#run(order, filename)
      },
    }
  }

  /** Breaks off without a word: the charger is switched off. */
  stop(): void {
    this.#running?.abort.abort()
    this.#running = null
  }

  #giveUp(running: Running): void {
    running.abort.abort()
    this.#running = null
    this.#tell('AcceptedCanceled', running.order)
  }

  async #run(order: LogOrder, filename: string): Promise<void> {
    const { book, faults, roots, timers } = this.#parts
    const running: Running = { order, abort: new AbortController() }
    this.#running = running
    // What is in the log now, not what a retry would find.
    const body = book.file(order.which, order.from, order.to)
    this.#tell('Uploading', order)
    for (let attempt = 0; ; attempt += 1) {
      const result: Upload = faults.uploadFails
        ? { ok: false, why: 'failed' }
        : await upload(order.location, filename, body, { roots: roots(), signal: running.abort.signal })
      if (this.#running !== running) return
      if (result.ok || result.why === 'not-supported' || attempt >= order.retries) {
        this.#running = null
        this.#tell(result.ok ? 'Uploaded' : FAILURES[result.why], order)
        return
      }
      await new Promise<void>((resolve) => {
        timers.after(order.retrySeconds, resolve)
        running.abort.signal.addEventListener('abort', () => resolve(), { once: true })
      })
      if (this.#running !== running) return
    }
  }

  #tell(status: LogStatus, order: LogOrder): void {
    this.#last = { status, order }
    this.#parts.emit({ kind: 'log-upload', status, requestId: order.requestId })
    this.#parts.tell(status, order)
  }
}
