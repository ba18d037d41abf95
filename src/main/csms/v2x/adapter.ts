import * as schemas from 'typed-ocpp/dist/ocpp20/schemas.js'
import { type ActionFile, type Adapter, createAdapter } from '../adapter'
import type { SchemaSet } from '../rpc/validate'

/** OCPP 2.0.1. An action is added by adding its file. */
export function createV201(): Adapter {
  const files = import.meta.glob<ActionFile>('./actions/*.ts', { eager: true })
  return createAdapter('ocpp2.0.1', schemas as unknown as SchemaSet, files)
}
