import { createPasswordRotation, type PasswordRotation, type RotationDeps } from './access/rotation'
import type { MasterPassDeps } from './cards/masterPass'
import { type Commands, type CommandsDeps, createCommands } from './commands/commands'
import type { createAdapters } from './csms/adapters'
import { createDialects } from './csms/dialect'
import { LIST_WORDS } from './csms/listWords'
import { commandFiles } from './files/commandFiles'
import type { Files } from './files/files'
import { reportTransfers } from './files/reportTransfers'
import { createLocalLists, type LocalLists, type LocalListsDeps } from './localLists/localLists'
import type { NumberForms } from './readers/numberForms'
import type { Sessions } from './sessions/sessions'

/** What is said to stations: by people, and by the program itself where that follows from what they decided. */
export interface Said {
  readonly commands: Commands
  /** The lists that stations decide by while they are alone. */
  readonly localLists: LocalLists
  readonly passwordRotation: PasswordRotation
  /** What a MasterPass does. */
  readonly masterPass: MasterPassDeps
  close(): void
}

export type SaidDeps = Omit<CommandsDeps, 'dialects' | 'files' | 'numbers'> &
  Omit<LocalListsDeps, 'commands' | 'words' | 'numberFor' | 'limits'> &
  Pick<RotationDeps, 'access'> & {
    readonly adapters: ReturnType<typeof createAdapters>
    readonly files: Files
    readonly numbers: NumberForms
    readonly sessions: Pick<Sessions, 'catchUp'>
    readonly listLimits: LocalListsDeps['limits']
  }

/** Opens the commands with all that gives commands by itself. */
export function openCommands({ adapters, files, numbers, sessions, listLimits, ...deps }: SaidDeps): Said {
  const { store, access, stations, changes, onFailure } = deps
  const dialects = createDialects(adapters)
  const commands = createCommands({ ...deps, dialects, files: commandFiles(files), numbers })
  const { numberFor } = numbers
  const localLists = createLocalLists({ ...deps, commands, words: LIST_WORDS, numberFor, limits: listLimits })
  const stopReporting = reportTransfers(files.transfers, commands, onFailure)
  return {
    commands,
    localLists,
    passwordRotation: createPasswordRotation({ access, commands, stations, changes, onFailure }),
    masterPass: {
      read: store.read,
      send: (actor, stationId, command) => commands.send(actor, stationId, command, null),
      catchUp: sessions.catchUp,
      onFailure,
    },
    close() {
      stopReporting()
      localLists.close()
      commands.close()
    },
  }
}
