import type { Protocol } from '@shared/ocpp/station'
import type { CommandName } from '../stations/commands'
import type { AnyInbound, AnyOutbound } from './action'
import { createValidators, type SchemaSet, type Validators } from './rpc/validate'

/** One protocol version: its actions in both directions and its schemas. */
export interface Adapter {
  readonly protocol: Protocol
  readonly validators: Validators
  readonly incoming: ReadonlyMap<string, AnyInbound>
  readonly outgoing: ReadonlyMap<CommandName, AnyOutbound>
}

/** What a file of `csms/<version>/actions` exports by default. */
export interface ActionFile {
  readonly default: AnyInbound | AnyOutbound
}

/**
 * Puts a version together from its action files. A version takes the actions that its schemas know: 2.0.1 and 2.1 share
 * their files. A file whose name is not its action's is a mistake of ours and stops the program at start.
 */
export function createAdapter(
  protocol: Protocol,
  schemas: SchemaSet,
  files: Readonly<Record<string, ActionFile>>,
): Adapter {
  const validators = createValidators(protocol, schemas)
  const incoming = new Map<string, AnyInbound>()
  const outgoing = new Map<CommandName, AnyOutbound>()
  for (const [path, file] of Object.entries(files)) {
    const entry = file.default
    if (!path.endsWith(`/${entry.action}.ts`)) throw new Error(`${path} holds the action ${entry.action}`)
    if (!validators.knows(entry.action)) continue
    if (entry.direction === 'in') incoming.set(entry.action, entry)
    else outgoing.set(entry.command, entry)
  }
  return { protocol, validators, incoming, outgoing }
}
