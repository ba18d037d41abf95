/**
 * What the site can ask of a station, in the site's own words. Each OCPP version translates a command in the file of
 * the action that carries it (`csms/<version>/actions`).
 */
export interface Commands {
  /** Hand over a signed certificate: leaf first, then the issuing CA (A02.FR.14). */
  'deliver-certificate': {
    input: {
      readonly chainPem: string
      readonly certificateType: string | null
      /** The number that the station gave its request (2.1 A02.FR.24). */
      readonly stationRequestId: number | null
    }
    outcome: { readonly kind: 'accepted' | 'refused'; readonly detail: string | null }
  }
  /** Ask a station that waits for its admission to boot again now instead of at its next try. */
  'ask-boot': {
    input: Record<string, never>
    outcome: { readonly kind: 'accepted' | 'refused'; readonly detail: string | null }
  }
}
export type CommandName = keyof Commands

/** What became of a message on its way: all of it but the station's own answer. */
export type NoAnswer =
  /** Not sent: there is no connection. */
  | { readonly kind: 'offline' }
  /** Sent, and no answer came in time or before the link broke: unknown, not failed. */
  | { readonly kind: 'no-answer' }
  /** The station answered with an error, or with something that can't be understood. */
  | { readonly kind: 'error'; readonly code: string; readonly description: string }

/** What became of a command. Everything but `answered` is about the way there, not about the station's will. */
export type CommandResult<Name extends CommandName> =
  | { readonly kind: 'answered'; readonly outcome: Commands[Name]['outcome'] }
  | NoAnswer

/** What became of a message that was put in the words of the station's version already. */
export type RequestResult = { readonly kind: 'answered'; readonly payload: object } | NoAnswer

/** The way from the domain to the stations; the CSMS provides it. */
export interface StationLinks {
  /** Sends a message of the station's version as it is. The answer has been checked against its schema. */
  request(stationId: number, action: string, payload: object): Promise<RequestResult>
  send<Name extends CommandName>(
    stationId: number,
    command: Name,
    input: Commands[Name]['input'],
  ): Promise<CommandResult<Name>>
  /** Closes the station's connection, if there is one. `reason` is told to the station (at most 123 bytes). */
  disconnect(stationId: number, reason: string): void
}
