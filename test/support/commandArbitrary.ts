import { COMMANDS, StationCommand, type StationCommandName } from '@shared/commands'
import fc from 'fast-check'
import { z } from 'zod'

interface Node {
  readonly type?: string
  readonly anyOf?: readonly Node[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
  readonly items?: Node
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly multipleOf?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly field?: string
}

/** Numbers of rows that a test has; only these are drawn, so that what is named is there. */
export interface Known {
  readonly cards: readonly number[]
  readonly sessions: readonly number[]
  readonly firmware: readonly number[]
}

/** Every command with valid inputs: at the limits of each field, and with optional ones left out. */
export function commandsOf(name: StationCommandName, known: Known): fc.Arbitrary<StationCommand> {
  const schema = z.toJSONSchema(COMMANDS[name].input, { io: 'input' }) as Node
  return fc
    .tuple(draw(schema, known), fc.constantFrom(null, ...WAYS))
    .map(([input, way]) => StationCommand.safeParse({ name, input: way ? named(input, way) : input }))
    .filter((result) => result.success)
    .map((result) => result.data as StationCommand)
}

/** Variables are named in one way by 1.6 and in another by 2.x: mixed ones fit neither. */
const WAYS = [
  { component: '', attribute: 'Actual' },
  { component: 'EVSE', attribute: 'Target' },
] as const

/** An input whose variables are all named in one way. */
function named(input: unknown, way: (typeof WAYS)[number]): unknown {
  if (typeof input !== 'object' || input === null || !('variables' in input) || !Array.isArray(input.variables))
    return input
  const variables = (input.variables as Record<string, unknown>[]).map((choice) => ({
    ...choice,
    ...('attribute' in choice || 'value' in choice ? way : { component: way.component }),
    ...('value' in choice ? { value: String(choice.value).slice(0, 500) } : {}),
  }))
  return { ...input, variables }
}

function draw(node: Node, known: Known): fc.Arbitrary<unknown> {
  const named = { card: known.cards, session: known.sessions, firmware: known.firmware }[node.field ?? '']
  if (named) return fc.constantFrom(...named)
  if (node.field === 'cards') return fc.subarray([...known.cards])
  if (node.anyOf) return fc.oneof(...node.anyOf.map((one) => draw(one, known)))
  if (node.const !== undefined) return fc.constant(node.const)
  if (node.enum) return fc.constantFrom(...node.enum)
  switch (node.type) {
    case 'object': {
      const fields: [string, fc.Arbitrary<unknown>][] = Object.entries(node.properties ?? {}).map(([key, value]) => [
        key,
        draw(value, known),
      ])
      return fc.record<Record<string, unknown>>(Object.fromEntries(fields), {
        requiredKeys: [...(node.required ?? [])],
      })
    }
    case 'array': {
      const { minItems = 0, maxItems = 60 } = node
      return fc.array(draw(node.items ?? {}, known), { minLength: minItems, maxLength: Math.min(maxItems, 60) })
    }
    case 'string':
      return text(node)
    case 'integer':
      return fc.integer({ min: node.minimum ?? -1_000_000, max: node.maximum ?? 1_000_000 })
    case 'number':
      return number(node)
    case 'boolean':
      return fc.boolean()
    default:
      return fc.constant(null)
  }
}

function text({ pattern, minLength = 0, maxLength = 40, field }: Node): fc.Arbitrary<string> {
  if (field === 'component') return fc.constantFrom('', '', 'EVSE', 'SecurityCtrlr', 'x'.repeat(maxLength))
  if (field === 'url') return fc.webUrl({ size: 'small' })
  if (pattern) return fc.stringMatching(new RegExp(pattern)).filter((value) => value.length <= maxLength)
  const some = fc.string({ minLength, maxLength: Math.min(maxLength, 40), unit: 'grapheme' })
  const longest = fc.constant('x'.repeat(Math.max(minLength, maxLength)))
  return fc.oneof({ weight: 5, arbitrary: some }, { weight: 1, arbitrary: longest })
}

function number({ minimum = -1e9, maximum = 1e9, multipleOf }: Node): fc.Arbitrary<number> {
  if (multipleOf === undefined) return fc.double({ min: minimum, max: maximum, noNaN: true, noDefaultInfinity: true })
  const steps = { min: Math.ceil(minimum / multipleOf), max: Math.floor(maximum / multipleOf) }
  return fc.integer(steps).map((step) => Number((step * multipleOf).toFixed(6)))
}
