import type { Seat, Seats } from '@main/operators/seats'

/** Seats of a site without operators, for hosts that have no site behind them: everybody may do everything. */
export const freeSeats: Pick<Seats, 'open'> = {
  open() {
    const closing = new AbortController()
    const never = new AbortController().signal
    const seat: Seat = {
      closed: closing.signal,
      who: () => ({ kind: 'everybody' }),
      state: () => ({ siteName: '', locked: false, operators: [], who: null }),
      signIn: async () => ({ kind: 'wrong', waitMs: 0 }),
      take() {},
      stay() {},
      lock: async () => false,
      seen() {},
      signal: () => never,
      listen: () => () => {},
      close: () => closing.abort(),
    }
    return seat
  },
}
