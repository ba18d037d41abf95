import { type FormField, type FormSpec, formSpec, type JsonSchema } from '@renderer/components/schemaForm'
import { COMMANDS, type StationCommandName } from '@shared/commands'
import type { Protocol } from '@shared/ocpp/station'
import { z } from 'zod'

const made = new Map<string, FormSpec>()

/** OCPP 1.6 starts a session only in the name of a card (§5.11) and restarts only a whole station (§5.14). */
const IN_16: Readonly<Partial<Record<StationCommandName, (fields: readonly FormField[]) => readonly FormField[]>>> = {
  'start-session': (fields) => fields.map((field) => (field.name === 'cardId' ? { ...field, required: true } : field)),
  reset: (fields) => fields.filter(({ name }) => name !== 'evseId'),
}

/** The form of a command of the site's own in a version, from its zod input; made at its first use. */
export function siteSpec(name: StationCommandName, protocol: Protocol): FormSpec {
  const key = `${protocol} ${name}`
  const found = made.get(key)
  if (found !== undefined) return found
  const whole = formSpec(z.toJSONSchema(COMMANDS[name].input, { io: 'input' }) as JsonSchema, 'site')
  const narrow = protocol === 'ocpp1.6' ? IN_16[name] : undefined
  const spec = narrow === undefined || whole.kind !== 'group' ? whole : { ...whole, fields: narrow(whole.fields) }
  made.set(key, spec)
  return spec
}
