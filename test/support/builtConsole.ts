import { existsSync } from 'node:fs'
import path from 'node:path'
import { PROJECT } from './runningProgram'

/** The folder of the console as `npm run build` left it. */
export function builtConsole(): string {
  const folder = path.join(PROJECT, 'out/renderer')
  if (!existsSync(path.join(folder, 'index.html'))) throw new Error('The console is not built: npm run build')
  return folder
}
