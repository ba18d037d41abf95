import path from 'node:path'
import { app } from 'electron'
import { version } from '../../package.json'
import { runDesktop } from './hosts/electron/desktop'
import { ownArguments } from './hosts/electron/launchArguments'
import { packagedAs } from './hosts/electron/packagedAs'
import { outliveTheTerminal, readCommandLine, speechOfAccount } from './terminal'

// The site with a window. This file is `out/main/index.js` when it runs.
outliveTheTerminal()
const command = readCommandLine(ownArguments(process.argv, app.isPackaged), version, speechOfAccount())
if (command.kind === 'run') {
  const programFolder = path.join(import.meta.dirname, '../..')
  const { platform, env } = process
  const packaged = packagedAs({ platform, isPackaged: app.isPackaged, appImage: env.APPIMAGE, programFolder })
  runDesktop({ options: command.options, version, programFolder, packaged })
} else if (command.kind === 'print') {
  process.stdout.write(command.text)
  app.exit(0)
} else {
  process.stderr.write(`${command.sentence}\n`)
  app.exit(1)
}
