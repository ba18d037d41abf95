import type { StationCommand, StationCommandName } from '@shared/commands'
import type { NotPossible } from '@shared/commands/standing'
import type { Protocol } from '@shared/ocpp/station'
import type { CommandFacts, Dialect, Dialects, OutgoingFacts, Worded } from '../commands/dialect'
import type { AnyOutbound, Outbound } from './action'
import type { Adapter } from './adapter'
import { FOR_ACCEPTED_ONLY } from './bootGate'
import { createStrictCheck } from './rpc/strictCheck'

type Words = (input: StationCommand['input'], facts: CommandFacts) => object | readonly object[] | NotPossible | null

/** What a version's action files say about commands, as the domain asks for it. */
export function createDialect({ protocol, outgoing, schemas }: Adapter): Dialect {
  const strictCheck = createStrictCheck(schemas)
  const carriers = new Map<string, { readonly action: string; readonly words: Words }[]>()
  const facts = new Map<string, OutgoingFacts>()
  for (const action of [...outgoing.keys()].sort()) {
    const entry = outgoing.get(action) as AnyOutbound
    facts.set(action, { ...entry, whilePending: !FOR_ACCEPTED_ONLY.has(action) })
    for (const [name, words] of Object.entries(entry.commands) as [string, Words][]) {
      carriers.set(name, [...(carriers.get(name) ?? []), { action, words }])
    }
  }

  const schemaOf = (action: string) => {
    const schema = outgoing.has(action) ? schemas[`${action}Request`] : undefined
    if (!schema) throw new Error(`${protocol} has no ${action}`)
    return schema
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
