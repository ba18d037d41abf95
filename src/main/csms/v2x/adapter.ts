import * as schemas201 from 'typed-ocpp/dist/ocpp20/schemas.js'
import * as schemas21 from 'typed-ocpp/dist/ocpp21/schemas.js'
import { type ActionFile, type Adapter, createAdapter } from '../adapter'
import type { SchemaSet } from '../rpc/validate'

/** The actions of 2.0.1 and 2.1. One is added by adding its file; each version takes those that its schemas know. */
const files = import.meta.glob<ActionFile>('./actions/*.ts', { eager: true })

/** OCPP 2.0.1. */
export function createV201(): Adapter {
  return createAdapter('ocpp2.0.1', schemas201 as unknown as SchemaSet, files)
}

/** OCPP 2.1. */
export function createV21(): Adapter {
  return createAdapter('ocpp2.1', schemas21 as unknown as SchemaSet, files)
}
