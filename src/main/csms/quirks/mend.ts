import type { Quirk } from '@shared/ocpp/quirks'
import type { Protocol } from '@shared/ocpp/station'
import type { ErrorObject } from 'ajv'

/** What a schema found wrong, where it can be changed. */
export interface Fault {
  readonly error: ErrorObject
  readonly protocol: Protocol
  readonly action: string
  /** When the message came, by this server's clock. */
  readonly receivedAt: number
  /** What holds the value, and under which name; null for the payload itself. */
  readonly holder: { readonly object: Record<string, unknown>; readonly key: string } | null
  /** The whole payload, a copy that may be changed. */
  readonly root: object
  /** The value that the schema found fault with. */
  readonly value: unknown
  /** From the payload down to the value, without places in lists: `meterValue/sampledValue/unit`. */
  readonly path: string
}

/** One way of making sense of a departure. It changes what holds the value, or says that this is not its case. */
export interface Mend {
  readonly quirk: Quirk
  /** @returns whether it has changed anything */
  mend(fault: Fault): boolean
}
