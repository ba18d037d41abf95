import { type FormSpec, formSpec, type JsonSchema } from '@renderer/components/schemaForm'
import { COMMANDS, type StationCommandName } from '@shared/commands'
import { z } from 'zod'

const made = new Map<StationCommandName, FormSpec>()

/** The form of a command of the site's own, from its zod input; made at its first use. */
export function siteSpec(name: StationCommandName): FormSpec {
  const found = made.get(name)
  if (found !== undefined) return found
  const spec = formSpec(z.toJSONSchema(COMMANDS[name].input, { io: 'input' }) as JsonSchema, 'site')
  made.set(name, spec)
  return spec
}
