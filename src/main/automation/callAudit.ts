import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'

/** The outcome of a call that was answered as asked. */
export const DONE = 'done'

/** One call of a script. */
export interface AuditedCall {
  /** In whose name, as the audit trail shows it. */
  readonly actor: string
  /** Its path in the contract, such as `stations.watch`. */
  readonly call: string
  /** `done`, or the code of its error. */
  readonly outcome: string
  /** Whether it only looks. */
  readonly looks: boolean
}

/**
 * Writes down what scripts call. What changes something is one entry each; what only looks, or is refused over and over,
 * is counted and written together, or a script that calls every second would fill the trail with nothing else.
 */
export interface CallAudit {
  note(call: AuditedCall): void
  /** Writes down what was counted. */
  flush(): Promise<void>
  close(): Promise<void>
}

export function createCallAudit(deps: {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly auditMs: number
  readonly onFailure: (error: unknown) => void
}): CallAudit {
  const { store, clock, changes, auditMs, onFailure } = deps
  let counted = new Map<string, { call: AuditedCall; times: number }>()

  const write = async (entries: readonly { readonly call: AuditedCall; readonly times: number }[]) => {
    if (entries.length === 0) return
    const at = clock()
    await store.writer.write((db) => {
      for (const { call, times } of entries) {
        const detail = { outcome: call.outcome, ...(times > 1 ? { times } : {}) }
        appendAudit(db, { at, actor: call.actor, action: 'api-called', subject: call.call, detail })
      }
    })
    changes.emit('audit', 0)
  }
  const flush = async () => {
    const entries = [...counted.values()].filter(({ times }) => times > 0)
    counted = new Map()
    await write(entries)
  }
  const timer = setInterval(() => void flush().catch(onFailure), auditMs)
  timer.unref()

  return {
    note(call) {
      const writeNow = () => void write([{ call, times: 1 }]).catch(onFailure)
      if (!call.looks && call.outcome === DONE) return writeNow()
      const key = JSON.stringify([call.actor, call.call, call.outcome])
      const entry = counted.get(key)
      if (entry) entry.times += 1
      else counted.set(key, { call, times: call.looks ? 1 : 0 })
      // The first refusal of each kind is seen at once.
      if (!entry && !call.looks) writeNow()
    },
    flush,
    async close() {
      clearInterval(timer)
      await flush()
    },
  }
}
