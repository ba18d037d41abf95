import { createDelivery, type Delivery, type DeliveryDeps } from '../delivery'
import { createDesk, type DeskDeps, type RequestDesk } from '../desk'
import { createRefusals, type Refusals } from '../refusals'
import { createSecondPeople, type SecondPeople, type SecondPeopleDeps } from './secondPerson'

/** The request desk, who else has to say yes there, and what becomes of the certificates that it signs. */
export interface DeskWithDelivery {
  readonly desk: RequestDesk
  readonly delivery: Delivery
  readonly secondPeople: SecondPeople
  readonly refusals: Refusals
}

/** Opens the desk. */
export function openDesk(
  deps: Omit<DeskDeps, 'delivery' | 'secondPeople'> &
    DeliveryDeps &
    Pick<SecondPeopleDeps, 'randomBytes' | 'operators'>,
): DeskWithDelivery {
  const delivery = createDelivery(deps)
  const { store, clock, changes, randomBytes, operators } = deps
  const secondPeople = createSecondPeople({ store, clock, changes, randomBytes, operators })
  const desk = createDesk({ ...deps, delivery, secondPeople })
  return { desk, delivery, secondPeople, refusals: createRefusals({ store, clock, changes, delivery }) }
}
