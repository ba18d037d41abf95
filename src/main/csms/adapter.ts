import type { Protocol } from '@shared/ocpp/station'
import type { CommandName } from '../stations/commands'
import type { AnyInbound, AnyOutbound, Errand } from './action'
import { createValidators, type SchemaSet, type Validators } from './rpc/validate'

/** One protocol version: its actions in both directions and its schemas. */
export interface Adapter {
  readonly protocol: Protocol
  readonly validators: Validators
  /** The official schemas, as they are. */
  readonly schemas: SchemaSet
  readonly incoming: ReadonlyMap<string, AnyInbound>
  readonly outgoing: ReadonlyMap<string, AnyOutbound>
  /** What the program itself asks of stations, and the action that carries it. */
  readonly errands: ReadonlyMap<CommandName, AnyErrand>
}

/** An errand and the action that carries it. */
export interface AnyErrand {
  readonly action: string
  readonly errand: Errand<CommandName, object, never>
}

/** What a file of `csms/<version>/actions` exports. */
export interface ActionFile {
  readonly default: AnyInbound | AnyOutbound
  /** The other direction of an action that goes both ways (DataTransfer). */
  readonly outgoing?: AnyOutbound
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
  const outgoing = new Map<string, AnyOutbound>()
  const errands = new Map<CommandName, AnyErrand>()
  for (const [path, file] of Object.entries(files)) {
    for (const entry of file.outgoing ? [file.default, file.outgoing] : [file.default]) {
      const { action } = entry
      if (!path.endsWith(`/${action}.ts`)) throw new Error(`${path} holds the action ${action}`)
      if (!validators.knows(action)) continue
      if (entry.direction === 'in') {
        incoming.set(action, entry)
        continue
      }
      outgoing.set(action, entry)
      // The key of an entry is the name of its errand; typed maps lose that.
      for (const [name, errand] of Object.entries(entry.errands) as [CommandName, AnyErrand['errand']][]) {
        errands.set(name, { action, errand })
      }
    }
  }
  return { protocol, validators, schemas, incoming, outgoing, errands }
}
