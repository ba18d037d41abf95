import type { Protocol } from '@shared/ocpp/station'
import type { Adapter } from './adapter'
import { createV21, createV201 } from './v2x/adapter'
import { createV16 } from './v16/adapter'

export type Adapters = Readonly<Record<Protocol, Adapter>>

/** Every version this server speaks. */
export function createAdapters(): Adapters {
  return { 'ocpp1.6': createV16(), 'ocpp2.0.1': createV201(), 'ocpp2.1': createV21() }
}
