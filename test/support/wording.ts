import type { CommandFacts } from '@main/commands/dialect'
import { createAdapters } from '@main/csms/adapters'
import { createDialects } from '@main/csms/dialect'
import { COMMANDS, type StationCommand, type StationCommandName } from '@shared/commands'
import type { Protocol } from '@shared/ocpp/station'
import { expect } from 'vitest'

export const dialects = createDialects(createAdapters())

/** When every command is worded, and how messages write it. */
export const NOW = Date.parse('2026-05-04T10:00:00Z')
export const AT = '2026-05-04T10:00:00.000Z'

export const CARD = { token: { value: '04A1B2C3', type: 'ISO14443' }, group: 'STAFF' } as const
/** Running sessions, as stations of 1.6 and of 2.x number them, and one that has ended. */
export const START_16 = { transactionId: '17', evseId: 2, running: true }
export const START_2X = { transactionId: 'tx-1', evseId: 2, running: true }
export const ENDED = { transactionId: 'tx-1', evseId: 2, running: false }

const FACTS: Omit<CommandFacts, 'protocol'> = {
  number: 42,
  now: NOW,
  card: null,
  cards: [],
  removedCards: [],
  session: null,
  url: '',
  takes: { variablesRead: null, variablesWritten: null, listEntries: null, monitorsCleared: null },
  firmware: null,
  connectors: [],
  replaces: null,
}

/**
 * A command in the words of a version, its messages checked against the official schemas: the action and its payloads,
 * or why it is not possible.
 */
export function say(protocol: Protocol, name: StationCommandName, input: object, facts: Partial<CommandFacts> = {}) {
  const command = { name, input: COMMANDS[name].input.parse(input) } as StationCommand
  const said = dialects[protocol].word(command, { ...FACTS, protocol, ...facts })
  if ('notPossible' in said) return said.notPossible
  // As it goes over the wire: what is undefined is left out.
  const payloads = JSON.parse(JSON.stringify(said.payloads)) as object[]
  for (const payload of payloads) expect(dialects[protocol].check(said.action, payload)).toEqual([])
  return [said.action, ...payloads]
}

/** One case: a command in a version, what is known besides its input, and what is said. */
export type WordingRow = readonly [
  protocol: Protocol,
  name: StationCommandName,
  input: object,
  facts: Partial<CommandFacts>,
  said: string | readonly [string, ...object[]],
]
