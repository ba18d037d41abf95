import type { Incoming } from '../action'

/** What a charge point gives for the number of a transaction when it never got one (1.6 errata §3.18). */
const NO_NUMBER = -1

/** Notes on the station's page that it never got the number of a transaction. */
export function noteUnnumbered({ domain, station }: Incoming, action: string, transactionId: number | undefined): void {
  if (transactionId !== NO_NUMBER) return
  domain.tolerance.noted(station.id, [{ quirk: 'transaction-minus-one', place: `${action}/transactionId` }])
}
