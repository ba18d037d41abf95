import { COMMANDS, type StationCommand } from '@shared/commands'
import type { NotPossible } from '@shared/commands/standing'
import type { PayloadProblem } from '@shared/contract/commands'
import { withoutSecrets } from '../secrets/withoutSecrets'
import type { CommandRow } from '../store/queries/commands'
import type { CommandFacts, Dialect, Worded } from './dialect'

/** What is to be sent: a command of the site's own, or any message written out by hand. */
export type Order =
  | { readonly kind: 'command'; readonly command: StationCommand }
  | { readonly kind: 'action'; readonly action: string; readonly payload: Readonly<Record<string, unknown>> }

/** An order as its row holds it: its secrets are hidden. */
export function written(order: Order): { name: CommandRow['name']; input: string; hidden: boolean } {
  const { value, hidden } = withoutSecrets(order.kind === 'command' ? order.command.input : order.payload)
  return { name: order.kind === 'command' ? order.command.name : null, input: JSON.stringify(value), hidden }
}

/** The order of a row that held no secrets. Null when a newer version of the command can't read its input any more. */
export function readOrder(row: CommandRow): Order | null {
  const input = JSON.parse(row.input) as Record<string, unknown>
  if (row.name === null) return { kind: 'action', action: row.action, payload: input }
  const checked = COMMANDS[row.name].order.safeParse({ name: row.name, input })
  return checked.success ? { kind: 'command', command: checked.data as StationCommand } : null
}

export type Wording =
  | { readonly kind: 'worded'; readonly worded: Worded }
  | { readonly kind: 'not-possible'; readonly reason: NotPossible }
  | { readonly kind: 'invalid'; readonly problems: PayloadProblem[] }

/** Says an order in a version's words, and checks every message against its official schema. */
export function wordOrder(dialect: Dialect, order: Order, facts: CommandFacts): Wording {
  const worded = order.kind === 'command' ? dialect.word(order.command, facts) : byHand(dialect, order, facts.number)
  if ('notPossible' in worded) return { kind: 'not-possible', reason: worded.notPossible }
  const problems = worded.payloads.flatMap((payload) => dialect.check(worded.action, payload))
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'worded', worded }
}

/** A message written out by hand; the number under which the station will report is filled in where it was left out. */
function byHand(
  dialect: Dialect,
  { action, payload }: Extract<Order, { kind: 'action' }>,
  number: number,
): Worded | { notPossible: NotPossible } {
  const facts = dialect.outgoing.get(action)
  if (!facts) return { notPossible: 'not-in-version' }
  const { numberedBy } = facts
  const filled = numberedBy === null || numberedBy in payload ? payload : { ...payload, [numberedBy]: number }
  return { action, payloads: [filled] }
}

/** The number that the reports of a message will carry, or that a later one needs; null when it has none. */
export function numberOf(dialect: Dialect, { action, payloads }: Worded): number | null {
  const { numberedBy = null, numberIn } = dialect.outgoing.get(action) ?? {}
  const [payload] = payloads
  if (numberIn && payload) return numberIn(payload)
  if (numberedBy === null || !payload) return null
  const number = (payload as Record<string, unknown>)[numberedBy]
  return typeof number === 'number' ? number : null
}
