import type { BackupPart } from '@shared/contract/backup'
import type { PreparedBackup } from '../backup/prepare'
import type { Site } from '../site'
import { latestFeed } from './feeds'
import { service } from './implementer'

/** So long a person can read that the program starts again, in milliseconds. */
const RESTART_AFTER_MS = 3_000

/** Backups of the whole site. */
export function backupService({ backups, authorityExport, restoreDesk, restart, changes, requireSetUp }: Site) {
  return {
    watch: service.backup.watch.handler(({ signal }) =>
      latestFeed(backups.state, (changed) => changes.on('backup', changed), signal),
    ),
    // Prepared before the feed begins: a fault of a feed that runs already would reach nobody as what it is.
    create: service.backup.create.handler(async ({ input, context, signal }) => {
      requireSetUp()
      const prepared = await backups.create(context.actor, input)
      return inParts(prepared, backups.limits.partBytes, signal)
    }),
    exportAuthority: service.backup.exportAuthority.handler(async ({ input, context }) => {
      requireSetUp()
      const { name, bytes } = await authorityExport.write(context.actor, input)
      return { name, data: bytes.toString('base64') }
    }),
    setPlan: service.backup.setPlan.handler(({ input, context }) => {
      requireSetUp()
      return backups.setPlan(context.actor, input)
    }),
    removePlan: service.backup.removePlan.handler(async ({ context }) => ({
      kind: (await backups.removePlan(context.actor)) ? 'removed' : 'already-gone',
    })),
    runPlan: service.backup.runPlan.handler(async () => {
      requireSetUp()
      const made = await backups.runPlan()
      return made ? { kind: 'made' as const, ...made } : { kind: 'no-plan' as const }
    }),
    beginRestore: service.backup.beginRestore.handler(({ input }) => restoreDesk.begin(input.size)),
    appendRestore: service.backup.appendRestore.handler(({ input }) =>
      restoreDesk.append(input.uploadId, input.offset, Buffer.from(input.data, 'base64')),
    ),
    finishRestore: service.backup.finishRestore.handler(async ({ input }) => {
      const contents = await restoreDesk.finish(input.uploadId, input.passphrase)
      // After this answer is on its way; the host lets go of its connections in order.
      if (restart) setTimeout(restart, RESTART_AFTER_MS)
      return { kind: 'ready' as const, contents, restarts: restart !== null }
    }),
    cancelRestore: service.backup.cancelRestore.handler(async ({ input }) => ({
      kind: (await restoreDesk.cancel(input.uploadId)) ? 'cancelled' : 'already-gone',
    })),
    tryNewest: service.backup.tryNewest.handler(async () => {
      requireSetUp()
      const tried = await backups.tryNewest()
      return tried ? { kind: 'opens' as const, ...tried } : { kind: 'none' as const }
    }),
  }
}

type NamedBackup = PreparedBackup & { readonly name: string }

/** Pieces as large as a message may be; a reader that breaks off, or never begins, ends the backup. */
function inParts(prepared: NamedBackup, partBytes: number, signal: AbortSignal | undefined) {
  let isBegun = false
  const discard = () => {
    if (!isBegun) void prepared.discard()
  }
  if (signal?.aborted) discard()
  signal?.addEventListener('abort', discard, { once: true })
  return parts(prepared, partBytes, () => {
    isBegun = true
  })
}

async function* parts(
  prepared: NamedBackup,
  partBytes: number,
  begin: () => void,
): AsyncGenerator<BackupPart, void, void> {
  begin()
  const about = prepared.size
  let held: Buffer[] = []
  let length = 0
  let done = 0
  const part = (isLast: boolean): BackupPart => {
    const data = Buffer.concat(held).toString('base64')
    done += length
    held = []
    length = 0
    return { name: prepared.name, data, done, about: Math.max(about, done), isLast }
  }
  for await (const piece of prepared.bytes()) {
    if (length > 0 && length + piece.length > partBytes) yield part(false)
    held.push(piece)
    length += piece.length
  }
  yield part(true)
}
