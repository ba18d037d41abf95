import type { Commander, CommandPort } from '../../commandPort'
import { answerFrom } from '../../commandTable'
import { Monitoring } from '../monitoring'
import { Publishing } from '../publishing'
import { EventStreams } from '../streams'
import { ABSENT } from './absent'
import { availabilityCommands } from './availability'
import { cardCommands } from './cards'
import { certificateCommands } from './certificates'
import { displayCommands } from './display'
import { fileCommands } from './files'
import { networkCommands } from './network'
import { reservationCommands } from './reservations'
import { smartChargingCommands } from './smartCharging'
import { tariffCommands } from './tariffs'
import { transactionCommands } from './transactions'
import { variableCommands } from './variables'

/** Carries out every command of 2.0.1 and 2.1; those of 2.1 never get here in 2.0.1, which does not know their names. */
export function commander2x(port: CommandPort): Commander {
  const streams = new EventStreams(port)
  const publishing = new Publishing(port)
  const table = {
    ...availabilityCommands(port, publishing.tellStatus),
    ...cardCommands(port),
    ...certificateCommands(port),
    ...displayCommands(port),
    ...fileCommands(port),
    ...networkCommands(port),
    ...reservationCommands(port),
    ...smartChargingCommands(port),
    ...tariffCommands(port),
    ...transactionCommands(port),
    ...variableCommands(port),
    ...new Monitoring(port, streams).commands,
    ...streams.commands,
    ...publishing.commands,
    ...ABSENT,
  }
  return {
    answer: (action, payload) => answerFrom(table, action, payload),
    stop: () => publishing.stop(),
  }
}
