import path from 'node:path'
import { version } from '../../package.json'
import { runBackupCommand } from './backupCommand'
import { startWebHost, type WebHost } from './hosts/web/webHost'
import { recoverAdministrator } from './operators/recoverCommand'
import type { Options } from './options'
import { type Program, startProgram } from './program'
import { listeningWords, readyJson, readyWords } from './ready'
import { startFault } from './startFault'
import {
  endedUncleanly,
  failureSentence,
  logTheUnexpected,
  onEndSignal,
  outliveTheTerminal,
  readCommandLine,
  speechOfAccount,
} from './terminal'

// The site without a window, on plain Node: the same console for a browser on this computer.
outliveTheTerminal()
const speech = speechOfAccount()
const command = readCommandLine(process.argv.slice(2), version, speech)
if (command.kind === 'run') {
  run(command.options).catch(fail)
} else if (command.kind === 'print') {
  process.stdout.write(command.text)
} else {
  fail(command.sentence)
}

async function run(options: Options): Promise<void> {
  if (options.backup !== null) {
    process.stdout.write(`${await runBackupCommand({ options, backup: options.backup, systemCipher: null, speech })}\n`)
    return
  }
  if (options.recover !== null) {
    process.stdout.write(`${await recoverAdministrator({ options, name: options.recover, speech })}\n`)
    return
  }
  const { platform, arch } = process
  const place = path.join(import.meta.dirname, '../..')
  const installation = { platform, arch, package: 'source', place, handOver: null } as const
  const program = await startProgram({ options, version, systemCipher: null, installation })
  logTheUnexpected(program.log, speech)
  const web = await serve(program, options.webPort)

  onEndSignal(() => void end(program, web))

  const facts = { console: web.link, dataFolder: program.dataFolder, state: program.site.state(), ...program.ready() }
  process.stdout.write(`${options.json ? readyJson(facts) : readyWords(facts, speech)}\n`)
  if (!options.json && facts.state.phase === 'setup') tellWhenSetUp(program.site)
}

/** In the terminal, too, somebody waits to hear that chargers can come. */
function tellWhenSetUp(site: Program['site']): void {
  const off = site.changes.on('site', () => {
    const state = site.state()
    if (state.phase === 'setup') return
    off()
    process.stdout.write(`${listeningWords(state, speech)}\n`)
  })
}

/** Closes the site whatever becomes of its pages. */
async function end(program: Program, web: WebHost): Promise<void> {
  try {
    try {
      await web.close()
    } finally {
      await program.close()
    }
    process.exit(0)
  } catch (error) {
    fail(endedUncleanly(error, speech))
  }
}

async function serve({ router, site, dataFolder, monitoring, log, close }: Program, port: number) {
  const rendererFolder = path.join(import.meta.dirname, '../renderer')
  try {
    return await startWebHost({ router, seats: site.seats, port, rendererFolder, dataFolder, monitoring, version, log })
  } catch (error) {
    await close().catch(() => {})
    throw startFault(error, dataFolder)
  }
}

function fail(error: unknown): void {
  process.stderr.write(`${typeof error === 'string' ? error : failureSentence(error, speech)}\n`)
  process.exit(1)
}
