import * as schemas from 'typed-ocpp/dist/ocpp16/schemas.js'
import { type ActionFile, type Adapter, createAdapter } from '../adapter'
import type { SchemaSet } from '../rpc/validate'

/** OCPP 1.6 JSON with its security extension. An action is added by adding its file. */
export function createV16(): Adapter {
  const files = import.meta.glob<ActionFile>('./actions/*.ts', { eager: true })
  return createAdapter('ocpp1.6', schemas as unknown as SchemaSet, files)
}
