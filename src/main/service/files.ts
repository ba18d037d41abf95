import type { FilePart } from '@shared/contract/files'
import type { Site } from '../site'
import { service } from './implementer'

/** Firmware and logs. */
export function filesService({ files, requireSetUp }: Site) {
  return {
    find: service.files.find.handler(({ input }) =>
      files.find({
        group: input.group ?? null,
        stationId: input.stationId ?? null,
        before: input.before ?? null,
        limit: input.limit,
      }),
    ),
    get: service.files.get.handler(({ input }) => files.get(input.fileId)),
    remove: service.files.remove.handler(async ({ input, context }) => ({
      kind: (await files.remove(context.actor, input.fileId)) ? 'removed' : 'already-gone',
    })),
    describe: service.files.describe.handler(async ({ input, context }) => {
      const { fileId, ...texts } = input
      return { kind: 'saved', file: await files.describe(context.actor, fileId, texts) }
    }),
    // Opened before the feed begins: a fault of a feed that runs already would reach nobody as what it is.
    read: service.files.read.handler(async ({ input }) => inParts(await files.read(input.fileId))),
    text: service.files.text.handler(({ input }) => files.text(input.fileId)),
    begin: service.files.begin.handler(({ input }) => {
      requireSetUp()
      return files.begin(input.name, input.size)
    }),
    append: service.files.append.handler(({ input }) =>
      files.append(input.uploadId, input.offset, Buffer.from(input.data, 'base64')),
    ),
    finish: service.files.finish.handler(({ input, context }) => {
      const { uploadId, sha256, ...texts } = input
      return files.finish(context.actor, uploadId, sha256 ?? null, texts)
    }),
    cancel: service.files.cancel.handler(async ({ input }) => ({
      kind: (await files.cancel(input.uploadId)) ? 'cancelled' : 'already-gone',
    })),
  }
}

async function* inParts(bytes: AsyncIterable<Buffer>): AsyncGenerator<FilePart, void, void> {
  let offset = 0
  for await (const part of bytes) {
    yield { offset, data: part.toString('base64') }
    offset += part.length
  }
}
