import { keepAs } from './notice'

/**
 * Keeps readings that belong to no session (J01; 1.6 §4.7). Their one home are the notices: the ledger holds what
 * sessions are made of.
 */
export const keepReadings = keepAs('meter')
