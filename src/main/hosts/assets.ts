import { type Dirent, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** One file of the built console. */
export interface Asset {
  readonly type: string
  /** True when its name carries a hash of its content, so that it may be kept for ever. */
  readonly immutable: boolean
  read(): Promise<Buffer<ArrayBuffer>>
}

/** The built console by URL path: `/`, `/assets/index-D8f3.js`. */
export type Assets = ReadonlyMap<string, Asset>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** As Vite names them: `index-BhZ0yAcq.js`. */
const HASHED = /-[\w-]{8}\.\w+$/

/**
 * Lists the folder once. Requests are then answered from this list and from nothing else, so no path that a client
 * makes up (`..`, `%2e`, links, other drives) can reach a file outside. A missing folder gives an empty list.
 */
export function listAssets(folder: string): Assets {
  const assets = new Map<string, Asset>()
  const walk = (below: string) => {
    for (const entry of entriesOf(path.join(folder, below))) {
      const name = path.posix.join(below, entry.name)
      if (entry.isDirectory()) walk(name)
      const type = TYPES[path.extname(entry.name)]
      // Source maps and whatever else lies there is not for browsers.
      if (!entry.isFile() || type === undefined) continue
      const file = path.join(folder, name)
      const asset = { type, immutable: HASHED.test(entry.name), read: async () => Buffer.from(await readFile(file)) }
      assets.set(`/${name}`, asset)
      if (name === 'index.html') assets.set('/', asset)
    }
  }
  walk('')
  return assets
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
