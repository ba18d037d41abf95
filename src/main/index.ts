import path from 'node:path'
import { app } from 'electron'
import { version } from '../../package.json'
import { runDesktop } from './hosts/electron/desktop'
import { ownArguments } from './hosts/electron/launchArguments'
import { outliveTheTerminal, readCommandLine, speechOfAccount } from './terminal'

// The site with a window. This file is `out/main/index.js` when it runs.
outliveTheTerminal()
const command = readCommandLine(ownArguments(process.argv, app.isPackaged), version, speechOfAccount())
if (command.kind === 'run') {
  const programFolder = path.join(import.meta.dirname, '../..')
  runDesktop({ options: command.options, version, programFolder })
} else if (command.kind === 'print') {
  process.stdout.write(command.text)
  app.exit(0)
} else {
  process.stderr.write(`${command.sentence}\n`)
  app.exit(1)
}
