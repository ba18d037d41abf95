import type { Commander, CommandPort } from '../../commandPort'
import { answerFrom } from '../../commandTable'
import { certificateCommands } from './certificates'
import { coreCommands } from './core'
import { fileCommands } from './files'
import { localListCommands } from './localList'
import { reservationCommands } from './reservations'
import { smartChargingCommands } from './smartCharging'
import { triggerCommands } from './triggers'

/** Carries out every command of 1.6 and its security extension. */
export function commander16(port: CommandPort): Commander {
  const table = {
    ...coreCommands(port),
    ...triggerCommands(port),
    ...certificateCommands(port),
    ...fileCommands(port),
    ...localListCommands(port),
    ...reservationCommands(port),
    ...smartChargingCommands(port),
  }
  return { answer: (action, payload) => answerFrom(table, action, payload), stop: () => undefined }
}
