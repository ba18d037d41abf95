import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { build, PROJECT } from './build.mjs'

// `npm run package`: builds the program and packs an installer for the system it runs on, into dist/. What follows goes
// to electron-builder, such as `--dir` (no installer, only the program's folder) or `-c.electronDist=FOLDER`.

const cli = createRequire(import.meta.url).resolve('electron-builder/cli.js')
if (!build()) process.exit(1)
const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], { cwd: PROJECT, stdio: 'inherit' })
process.exitCode = status ?? 1
