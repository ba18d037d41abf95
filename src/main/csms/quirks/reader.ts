import type { Quirk } from '@shared/ocpp/quirks'
import type { Adapter } from '../adapter'
import { type Direction, toViolation, type Violation } from '../rpc/validate'
import { mendPayload, type Tolerated } from './mendPayload'

/** What a payload says, or what is wrong with it. */
export type Read =
  | { readonly kind: 'valid'; readonly payload: object; readonly tolerated: readonly Tolerated[] }
  | { readonly kind: 'not-valid'; readonly violation: Violation }

export interface ReadRequest {
  readonly adapter: Adapter
  readonly action: string
  readonly direction: Direction
  readonly payload: unknown
  readonly receivedAt: number
  readonly accepts: (quirk: Quirk) => boolean
}

const NOTHING: readonly Tolerated[] = []

/**
 * Reads a payload by its official schema. One that departs from it is read as far as its departures are known and
 * accepted; nearly every payload is valid as it is, and costs one look.
 */
export function readPayload({ adapter, action, direction, payload, receivedAt, accepts }: ReadRequest): Read {
  const { validators, protocol } = adapter
  const violation = validators.check(action, direction, payload)
  if (!violation) return { kind: 'valid', payload: payload as object, tolerated: NOTHING }
  if (typeof payload !== 'object' || payload === null) return { kind: 'not-valid', violation }
  const mended = mendPayload({
    protocol,
    action,
    payload,
    receivedAt,
    accepts,
    faults: (copy) => validators.faults(action, direction, copy),
  })
  return mended.kind === 'mended'
    ? { kind: 'valid', payload: mended.payload, tolerated: mended.tolerated }
    : { kind: 'not-valid', violation: toViolation(mended.error) }
}
