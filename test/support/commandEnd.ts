import type { Command } from '@shared/contract/commands'
import type { TestSite } from './testSite'

/** The command, once it is as it should be. */
export const commandOnce = (site: TestSite, commandId: number, isSo: (command: Command) => boolean): Promise<Command> =>
  new Promise((resolve, reject) => {
    const look = () => {
      const command = site.site.commands.view(commandId)
      if (!command || !isSo(command)) return
      stop()
      resolve(command)
    }
    const stop = site.site.changes.on('command', look)
    try {
      look()
    } catch (error) {
      reject(error)
    }
  })

/** The command, once it needs nothing more to be answered. */
export const answeredCommand = (site: TestSite, commandId: number): Promise<Command> =>
  commandOnce(site, commandId, ({ state }) => state !== 'waiting' && state !== 'sent')
