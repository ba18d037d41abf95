import { z } from 'zod'
import { VARIABLE_ATTRIBUTES } from '../ocpp/variable'
import { command } from './command'
import { field, INTEGER_MAX, optional } from './fields'

const Part = z.number().int().min(0).max(INTEGER_MAX)

/** Longest name and instance of a component or variable (2.x); a 1.6 key has 50 characters too. */
export const VARIABLE_NAME_MAX_LENGTH = 50
const Name = z.string().trim().min(1).max(VARIABLE_NAME_MAX_LENGTH)

/** Which value of a station is meant; in 1.6 a configuration key is a variable of the component ''. */
export const VariableChoice = z.object({
  component: field('component', z.string().trim().max(VARIABLE_NAME_MAX_LENGTH).default('')),
  componentInstance: optional(Name),
  evseId: optional(Part),
  connectorId: optional(Part),
  variable: field('variable', Name),
  variableInstance: optional(Name),
  attribute: z.enum(VARIABLE_ATTRIBUTES).default('Actual'),
})

/** Most variables of one command: a larger table is read by a report. */
export const VARIABLES_PER_COMMAND_MAX = 200

/** Longest value that a station can be given (2.x SetVariableData.attributeValue; 2.1 allows 2,500). */
export const VARIABLE_VALUE_MAX_LENGTH = 2_500

/** Reads some variables (B06; 1.6 §5.8). */
export const readVariables = command(
  'read-variables',
  'configuration',
  {},
  z.object({ variables: z.array(VariableChoice).min(1).max(VARIABLES_PER_COMMAND_MAX) }),
)

/** Has a station report all its variables, which come in reports of their own (B07); in 1.6 the answer holds all keys. */
export const reportVariables = command(
  'report-variables',
  'configuration',
  {},
  z.object({ report: z.enum(['full', 'configuration', 'summary']).default('full') }),
)

/** Has a station report only what meets a criterion, or some components (B08). */
export const reportSelected = command(
  'report-selected',
  'configuration',
  {},
  z.object({
    criteria: z
      .array(z.enum(['active', 'available', 'enabled', 'problem']))
      .max(4)
      .default([]),
    variables: z
      .array(VariableChoice.omit({ attribute: true, variable: true }).extend({ variable: optional(Name) }))
      .max(VARIABLES_PER_COMMAND_MAX)
      .default([]),
  }),
)

/** The same attribute twice in one message is not allowed (B05.FR.13), and which of the values would hold is unknown. */
function areDifferent(choices: readonly z.output<typeof VariableChoice>[]): boolean {
  const names = choices.map((choice) =>
    JSON.stringify([
      choice.component.toLowerCase(),
      choice.componentInstance,
      choice.evseId,
      choice.connectorId,
      choice.variable.toLowerCase(),
      choice.variableInstance,
      choice.attribute,
    ]),
  )
  return new Set(names).size === names.length
}

/** Changes variables (B05; 1.6 §5.3, one key a message). A password among them is hidden and can not wait. */
export const setVariables = command(
  'set-variables',
  'configuration',
  { disruptive: true },
  z.object({
    variables: z
      .array(VariableChoice.extend({ value: z.string().max(VARIABLE_VALUE_MAX_LENGTH) }))
      .min(1)
      .max(VARIABLES_PER_COMMAND_MAX)
      .refine(areDifferent),
  }),
)
