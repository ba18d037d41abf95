import { type FormField, type FormSpec, formSpec, type JsonSchema } from '@renderer/components/schemaForm'
import { COMMANDS, type StationCommandName } from '@shared/commands'
import type { Protocol } from '@shared/ocpp/station'
import { z } from 'zod'

const made = new Map<string, FormSpec>()

type Narrow = (fields: readonly FormField[]) => readonly FormField[]
type Narrowed = Readonly<Partial<Record<StationCommandName, Narrow>>>

/** The fields of each variable in a list of them. */
const inEach =
  (narrow: Narrow): Narrow =>
  (fields) =>
    fields.map((field) => {
      const { spec } = field
      if (field.name !== 'variables' || spec.kind !== 'list' || spec.item.kind !== 'group') return field
      return { ...field, spec: { ...spec, item: { ...spec.item, fields: narrow(spec.item.fields) } } }
    })

/** A configuration key is a name and a value, and belongs to no component (1.6 §5.3, §5.8). */
const keysAlone = inEach((fields) => fields.filter(({ name }) => name === 'variable' || name === 'value'))

/** In 2.x there is no variable without its component. */
const ofComponents = inEach((fields) =>
  fields.map((field) =>
    field.name === 'component' && field.spec.kind === 'text'
      ? { ...field, required: true, initial: undefined, spec: { ...field.spec, minLength: 1 } }
      : field,
  ),
)

/**
 * OCPP 1.6 starts a session only in the name of a card (§5.11), restarts only a whole station (§5.14) and reports all
 * of its keys or those that are named (§5.8).
 */
const IN_16: Narrowed = {
  'start-session': (fields) => fields.map((field) => (field.name === 'cardId' ? { ...field, required: true } : field)),
  reset: (fields) => fields.filter(({ name }) => name !== 'evseId'),
  'read-variables': keysAlone,
  'set-variables': keysAlone,
  'report-variables': () => [],
}
const IN_2X: Narrowed = {
  'read-variables': ofComponents,
  'set-variables': ofComponents,
  'report-selected': ofComponents,
}

/** The form of a command of the site's own in a version, from its zod input; made at its first use. */
export function siteSpec(name: StationCommandName, protocol: Protocol): FormSpec {
  const key = `${protocol} ${name}`
  const found = made.get(key)
  if (found !== undefined) return found
  const whole = formSpec(z.toJSONSchema(COMMANDS[name].input, { io: 'input' }) as JsonSchema, 'site')
  const narrow = (protocol === 'ocpp1.6' ? IN_16 : IN_2X)[name]
  const spec = narrow === undefined || whole.kind !== 'group' ? whole : { ...whole, fields: narrow(whole.fields) }
  made.set(key, spec)
  return spec
}
