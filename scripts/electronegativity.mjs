import { spawnSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { transformFile } from '@swc/core'

// `npm run check:electron`: runs @doyensec/electronegativity over the source, and fails with whatever it finds that
// docs/security.md does not explain. It brings some 360 packages, older ones among them, so it is fetched for the run into
// a folder of its own and is no part of this project; that is why `npm test` does without it.
const PACKAGE = '@doyensec/electronegativity@1.10.3'
/** It asks GitHub for releases of Electron. Which one is used, package.json pins. */
const LEFT_OUT = ['availablesecurityfixesglobalcheck']

const project = path.resolve(import.meta.dirname, '..')
const security = readFileSync(path.join(project, 'docs/security.md'), 'utf8')
/** The findings that have a row in its table. */
const explained = new Set([...security.matchAll(/^\| `([A-Z_]+_CHECK)`/gm)].map(([, id]) => id))
const folder = mkdtempSync(path.join(tmpdir(), 'chargehand-electronegativity-'))
try {
  const { issues, errors } = await findings(fetchTool(), await lowerSource())
  for (const { file, message } of errors) process.stderr.write(`${file} could not be read: ${message}\n`)
  const news = issues.filter(({ id }) => !explained.has(id))
  for (const { id, file, location } of issues) {
    const verdict = explained.has(id) ? 'explained' : 'NOT EXPLAINED'
    process.stdout.write(`${verdict}: ${id} in ${file}:${location.line}\n`)
  }
  process.exitCode = news.length + errors.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function fetchTool() {
  const tool = path.join(folder, 'tool')
  mkdirSync(tool)
  writeFileSync(path.join(tool, 'package.json'), '{ "private": true }')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['install', '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE], {
    cwd: tool,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${PACKAGE} could not be fetched.`)
  return createRequire(path.join(tool, 'package.json'))
}

/** The source without types and private members, which its parsers do not know; all else stays as it is written. */
async function lowerSource() {
  const lowered = path.join(folder, 'source')
  const write = (file, text) => {
    const to = path.join(lowered, file)
    mkdirSync(path.dirname(to), { recursive: true })
    writeFileSync(to, text)
  }
  for (const file of globSync('src/**/*.{ts,tsx}', { cwd: project })) {
    const jsc = {
      target: 'es2021',
      parser: { syntax: 'typescript', tsx: file.endsWith('x') },
      transform: { react: { runtime: 'automatic' } },
    }
    const { code } = await transformFile(path.join(project, file), { configFile: false, swcrc: false, jsc })
    write(file.replace(/\.tsx?$/, '.js'), code)
  }
  copyFileSync(path.join(project, 'src/renderer/index.html'), path.join(lowered, 'src/renderer/index.html'))
  const { main, devDependencies } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'))
  write('package.json', JSON.stringify({ main, devDependencies: { electron: devDependencies.electron } }))
  return lowered
}

async function findings(requireTool, input) {
  // What it fetches besides (translations of its own words) fails at once, where it would end the run without a network.
  const got = requireTool.resolve('got')
  const offline = async () => {
    throw new Error('offline')
  }
  requireTool.cache[got] = { id: got, filename: got, loaded: true, exports: Object.assign(offline, { head: offline }) }
  const run = requireTool('@doyensec/electronegativity')
  return run({ input, isRelative: true, excludeFromScan: LEFT_OUT }, false)
}
