import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, PROJECT } from './build.mjs'
import { endWithNpm } from './endWithNpm.mjs'

// `npm run charger`: a virtual charger by itself.
if (!ensureBuilt()) process.exit(1)

endWithNpm()
await import(pathToFileURL(path.join(PROJECT, 'out/main/charger.js')).href)
