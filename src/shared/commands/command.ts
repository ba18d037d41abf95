import { z } from 'zod'

/** Parts of the catalogue, in the order a person looks for them: what is wanted every week comes first. */
export const COMMAND_GROUPS = [
  'weekly',
  'configuration',
  'charging-limits',
  'messages',
  'reservations',
  'logs-and-firmware',
  'cards',
  'monitoring',
  'certificates',
  'advanced',
] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

/** One command in the site's own words, whatever OCPP version the station speaks. */
export interface CommandDefinition<Name extends string, Input extends z.ZodType> {
  readonly name: Name
  readonly group: CommandGroup
  /** It ends or hinders charging, or can leave the station out of reach: a person is asked once more. */
  readonly disruptive: boolean
  /** It may wait for a station that is offline: what would surprise somebody hours later may not. */
  readonly canWait: boolean
  readonly input: Input
  /** The command as it is sent: name and input. */
  readonly order: z.ZodObject<{ name: z.ZodLiteral<Name>; input: Input }>
}

/** Declares a command. */
export function command<const Name extends string, Input extends z.ZodType>(
  name: Name,
  group: CommandGroup,
  facts: { readonly disruptive?: boolean; readonly canWait?: boolean },
  input: Input,
): CommandDefinition<Name, Input> {
  const { disruptive = false, canWait = true } = facts
  return { name, group, disruptive, canWait, input, order: z.object({ name: z.literal(name), input }) }
}
