import { handOverToOperators } from '../ca/desk/secondPerson'
import { createOperators, type Operators, type OperatorsDeps } from './operators'
import { createSeats, type Seats, type SeatsDeps } from './seats'

/** Who may use the console, and where they sit. */
export interface People {
  readonly operators: Operators
  readonly seats: Seats
}

/** Opens both; whoever opens them closes the seats. */
export function openOperators(deps: Omit<OperatorsDeps, 'onFirst'> & Omit<SeatsDeps, 'operators'>): People {
  const operators = createOperators({ ...deps, onFirst: (db) => handOverToOperators(db, deps.clock()) })
  return { operators, seats: createSeats({ ...deps, operators }) }
}
