import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/errors'

/** Files that come part by part. The steps of each are taken one after the other, and none once it has ended. */
export interface Uploads<Upload> {
  /** @returns the name that its steps are asked by */
  begin(upload: Upload): string
  all(): Upload[]
  /** Works on an upload after the steps before. @throws AppError UNKNOWN_UPLOAD when it has ended, and as `work` */
  step<Result>(uploadId: string, work: (upload: Upload) => Promise<Result>): Promise<Result>
  /** Ends an upload whose file is kept, from within its last step. */
  forget(uploadId: string): void
  /** Ends an upload and discards what has come, after the step under way. @returns false when there is none */
  drop(uploadId: string): Promise<boolean>
  /** Drops these; when it resolves, nothing is left of those either that somebody else dropped meanwhile. */
  dropAll(which?: (upload: Upload) => boolean): Promise<void>
}

interface Open<Upload> {
  readonly upload: Upload
  /** The step before: parts that arrive together are taken one after the other. */
  last: Promise<unknown>
}

/** @param discard leaves nothing of what has come */
export function createUploads<Upload>(discard: (upload: Upload) => Promise<void>): Uploads<Upload> {
  const open = new Map<string, Open<Upload>>()
  const ending = new Set<Promise<void>>()

  const end = async ({ upload, last }: Open<Upload>) => {
    await last
    await discard(upload)
  }
  const drop = async (uploadId: string) => {
    const dropped = open.get(uploadId)
    if (!dropped) return false
    open.delete(uploadId)
    const ended = end(dropped)
    ending.add(ended)
    try {
      await ended
    } finally {
      ending.delete(ended)
    }
    return true
  }

  return {
    begin(upload) {
      const uploadId = randomUUID()
      open.set(uploadId, { upload, last: Promise.resolve() })
      return uploadId
    },
    all: () => [...open.values()].map(({ upload }) => upload),
    async step(uploadId, work) {
      const current = open.get(uploadId)
      if (!current) throw new AppError('UNKNOWN_UPLOAD')
      const turn = current.last.then(() => {
        if (open.get(uploadId) !== current) throw new AppError('UNKNOWN_UPLOAD')
        return work(current.upload)
      })
      current.last = turn.catch(() => {})
      return turn
    },
    forget: (uploadId) => void open.delete(uploadId),
    drop,
    async dropAll(which = () => true) {
      const dropped = [...open].filter(([, { upload }]) => which(upload)).map(([uploadId]) => drop(uploadId))
      await Promise.all([...dropped, ...ending])
    },
  }
}
