/** A call could not reach the server, or the link broke before its answer came: whether it was carried out is unknown. */
export class LinkLostError extends Error {
  override readonly name = 'LinkLostError'

  constructor(options?: ErrorOptions) {
    super('The connection to Chargehand is lost.', options)
  }
}
