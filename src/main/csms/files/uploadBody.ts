import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import { Busboy, type BusboyInstance } from '@fastify/busboy'

/** The file in the body of a request. */
export interface UploadBody {
  readonly source: Readable
  /** The name that the sender gave it there. */
  readonly name: string | null
  /** Announced size of the file; null where only the size of the form around it is known. */
  readonly announced: number | null
  /** To be called when nothing more is read of the file, whatever came of it. */
  end(): void
}

/** Fields and parts besides the file that a form may have; nothing is made of them. */
const FORM_LIMITS = { fields: 20, fieldSize: 4_096, fieldNameSize: 200, parts: 24, headerPairs: 50 }

/**
 * Finds the file in a request: the body itself, or the first file of a form, which is how browsers and some old stations
 * put files. Resolves when the file begins; null for a form without a file.
 */
export function bodyOf(incoming: IncomingMessage): Promise<UploadBody | null> {
  const form = formReader(incoming)
  return form === null ? Promise.resolve(rawBody(incoming)) : fileOf(incoming, form)
}

function rawBody(incoming: IncomingMessage): UploadBody {
  const announced = Number(incoming.headers['content-length'])
  const name = /filename="?([^";]+)/i.exec(incoming.headers['content-disposition'] ?? '')?.[1] ?? null
  return { source: incoming, name, announced: Number.isSafeInteger(announced) ? announced : null, end() {} }
}

/** The reader of a form; null for any other body, also for one that calls itself a form and tells no boundary. */
function formReader({ headers }: IncomingMessage): BusboyInstance | null {
  const type = headers['content-type'] ?? ''
  if (!/^multipart\/form-data/i.test(type)) return null
  try {
    return new Busboy({ headers: { ...headers, 'content-type': type }, limits: FORM_LIMITS })
  } catch {
    return null
  }
}

function fileOf(incoming: IncomingMessage, form: BusboyInstance): Promise<UploadBody | null> {
  return new Promise((resolve) => {
    let file: Readable | null = null
    form.on('file', (_field, stream, name) => {
      // Without a listener, a form that ends in the middle of a file would end the program.
      stream.on('error', () => {})
      if (file !== null) return void stream.resume()
      file = stream
      const end = () => {
        // What follows is not read as a form any more; it is left to whoever answers the request.
        incoming.unpipe(form)
        form.destroy()
      }
      resolve({ source: stream, name: name || null, announced: null, end })
    })
    form.on('finish', () => resolve(null))
    pipeline(incoming, form, (error) => {
      if (error) file?.destroy(error)
      resolve(null)
    })
  })
}
