/** A call could not reach the server, or the link broke before its answer came: whether it was carried out is unknown. */
export class LinkLostError extends Error {
  override readonly name = 'LinkLostError'

  constructor(options?: ErrorOptions) {
    super('The connection to Chargehand is lost.', options)
  }
}

/** The server answers, and wants its one-time link again: it was started anew, or this browser was away for too long. */
export class LockedOutError extends Error {
  override readonly name = 'LockedOutError'

  constructor() {
    super('Chargehand does not know this browser.')
  }
}
