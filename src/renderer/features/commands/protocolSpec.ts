import { type FormSpec, formSpec, type JsonSchema } from '@renderer/components/schemaForm'

/** Fields of the protocol that hold something of the site, by their names. */
const KINDS: Readonly<Record<string, string>> = {
  evseId: 'evse',
  connectorId: 'connector',
  transactionId: 'transaction',
}

/** The number that the site gives by itself when it is left empty. */
const OWN_NUMBER = 'requestId'

/** The form of a message of the protocol, from its official schema. */
export function protocolSpec(schema: JsonSchema): FormSpec {
  return withKinds(formSpec(schema, 'protocol'), true)
}

function withKinds(spec: FormSpec, isTop: boolean): FormSpec {
  switch (spec.kind) {
    case 'group':
      return {
        ...spec,
        fields: spec.fields.map((field) => {
          const kind = KINDS[field.name]
          const isPlain = field.spec.kind === 'text' || field.spec.kind === 'number'
          const required = field.required && !(isTop && field.name === OWN_NUMBER)
          if (kind !== undefined && isPlain)
            return { ...field, required, spec: { ...field.spec, field: kind } as FormSpec }
          return { ...field, required, spec: withKinds(field.spec, false) }
        }),
      }
    case 'list':
      return { ...spec, item: withKinds(spec.item, false) }
    default:
      return spec
  }
}
