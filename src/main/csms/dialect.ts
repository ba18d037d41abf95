import type { StationCommand, StationCommandName } from '@shared/commands'
import type { NotPossible } from '@shared/commands/standing'
import type { Protocol } from '@shared/ocpp/station'
import type { CommandFacts, Dialect, Dialects, OutgoingFacts, Worded } from '../commands/dialect'
import type { Outbound } from './action'
import type { Adapter } from './adapter'
import { FOR_ACCEPTED_ONLY } from './bootGate'
import { createStrictCheck } from './rpc/strictCheck'
import type { Schema } from './rpc/validate'

type Words = (input: StationCommand['input'], facts: CommandFacts) => object | readonly object[] | NotPossible | null

/** What a version's action files say about commands, as the domain asks for it. */
export function createDialect({ protocol, outgoing, schemas }: Adapter): Dialect {
  const strictCheck = createStrictCheck(schemas)
  const carriers = new Map<string, { readonly action: string; readonly words: Words }[]>()
  const facts = new Map<string, OutgoingFacts>()
  for (const action of [...outgoing.keys()].sort()) {
    // What is asked about an action is asked about its own requests, which were checked against its schema.
    const entry = outgoing.get(action) as unknown as Outbound<object, object>
    facts.set(action, { ...entry, whilePending: !FOR_ACCEPTED_ONLY.has(action) })
    for (const [name, words] of Object.entries(entry.commands) as [string, Words][]) {
      carriers.set(name, [...(carriers.get(name) ?? []), { action, words }])
    }
  }

  const schemaOf = (action: string) => {
    const schema = outgoing.has(action) ? schemas[`${action}Request`] : undefined
    if (!schema) throw new Error(`${protocol} has no ${action}`)
    // A number that is left out is filled in when the message is sent.
    const { numberedBy } = facts.get(action) ?? {}
    const { required = [] } = schema as { readonly required?: readonly string[] }
    return withoutUnused({ ...schema, required: required.filter((field) => field !== numberedBy) })
  }

  return {
    protocol,
    outgoing: facts,
    carriers: (name: StationCommandName) => (carriers.get(name) ?? []).map(({ action }) => action),
    word(command, commandFacts): Worded | { notPossible: NotPossible } {
      for (const { action, words } of carriers.get(command.name) ?? []) {
        const said = words(command.input, commandFacts)
        if (typeof said === 'string') return { notPossible: said }
        if (said !== null) return { action, payloads: Array.isArray(said) ? said : [said] }
      }
      return { notPossible: 'not-in-version' }
    },
    schema: schemaOf,
    check: (action, payload) => strictCheck(`${action}Request`, payload),
    read(action, answer, request) {
      const entry = outgoing.get(action) as Outbound<object, object> | undefined
      if (!entry) throw new Error(`${protocol} has no ${action}`)
      return entry.answer(answer, request)
    },
  }
}

export function createDialects(adapters: Readonly<Record<Protocol, Adapter>>): Dialects {
  return {
    'ocpp1.6': createDialect(adapters['ocpp1.6']),
    'ocpp2.0.1': createDialect(adapters['ocpp2.0.1']),
    'ocpp2.1': createDialect(adapters['ocpp2.1']),
  }
}

/** The schema without the definitions that it does not use: the sets of 2.1 give every schema all of them. */
function withoutUnused(schema: Schema): Schema {
  const all = (schema.definitions ?? {}) as Readonly<Record<string, unknown>>
  const used = new Set<string>()
  const look = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      const name = key === '$ref' && typeof value === 'string' ? value.replace('#/definitions/', '') : null
      if (name === null) look(value)
      else if (!used.has(name)) {
        used.add(name)
        look(all[name])
      }
    }
  }
  const { definitions, ...rest } = schema
  look(rest)
  if (used.size === 0) return rest
  return { ...rest, definitions: Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name))) }
}
