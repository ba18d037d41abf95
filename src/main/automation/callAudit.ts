import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'

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
 * Writes down what scripts call. What changes something, or was refused, is one entry each; what only looks is counted
 * and written together, or a script that looks every second would fill the trail with nothing else.
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
    const entries = [...counted.values()]
    counted = new Map()
    await write(entries)
  }
  const timer = setInterval(() => void flush().catch(onFailure), auditMs)
  timer.unref()

  return {
    note(call) {
      if (!call.looks) return void write([{ call, times: 1 }]).catch(onFailure)
      const key = JSON.stringify([call.actor, call.call, call.outcome])
      const entry = counted.get(key) ?? { call, times: 0 }
      entry.times += 1
      counted.set(key, entry)
    },
    flush,
    async close() {
      clearInterval(timer)
      await flush()
    },
  }
}
