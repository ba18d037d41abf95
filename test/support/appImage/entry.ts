import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runDesktop } from '@main/hosts/electron/desktop'
import { ownArguments } from '@main/hosts/electron/launchArguments'
import { packagedAs } from '@main/hosts/electron/packagedAs'
import { readCommandLine, speechOfAccount } from '@main/terminal'
import { readReleaseKeys } from '@main/updates/releaseKeys'
import { app } from 'electron'

// The entry of the window (src/main/index.ts) as it is in an AppImage, with the release keys of a test. Nothing outside
// of a program can give it others: they are part of the entry.
const programFolder = app.getAppPath()
const command = readCommandLine(ownArguments(process.argv, false), '1.0.0', speechOfAccount())
if (command.kind !== 'run') throw new Error(`no options to run with: ${JSON.stringify(command)}`)
runDesktop({
  options: command.options,
  version: '1.0.0',
  programFolder,
  packaged: packagedAs({ platform: 'linux', isPackaged: true, appImage: process.env.APPIMAGE, programFolder }),
  releaseKeys: readReleaseKeys(JSON.parse(readFileSync(path.join(programFolder, 'keys.json'), 'utf8'))),
})
