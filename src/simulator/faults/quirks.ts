import { bendLeaves } from './leaves'

/** A deviation that chargers in the field were seen with: how it changes a payload. */
interface Quirk {
  /** What it does, for people. */
  readonly note: string
  readonly request?: (payload: object, action: string, schema: object | null) => object
  /** Spelling of an error code. */
  readonly errorCode?: (code: string) => string
}

/** Optional texts that some chargers leave out. A sample without measurand is the energy register by definition. */
const OMITTED = new Set([
  'chargePointSerialNumber',
  'serialNumber',
  'firmwareVersion',
  'context',
  'format',
  'location',
  'reason',
  'techInfo',
])

const TABLE = {
  'lower-case-enums': {
    note: 'Values of enumerations in lower case',
    request: (payload, _action, schema) =>
      bendLeaves(payload, schema, ({ value, isEnum }) =>
        isEnum && typeof value === 'string' ? value.toLowerCase() : value,
      ),
  },
  'missing-optional-fields': {
    note: 'Leaves out context, format, location, serial number, firmware version, reason',
    request: (payload, _action, schema) =>
      bendLeaves(payload, schema, (leaf) => (OMITTED.has(leaf.name) && !leaf.required ? undefined : leaf.value)),
  },
  'extra-fields': {
    note: 'A field that no schema knows',
    request: (payload) => ({ ...payload, vendorSpecific: 'x' }),
  },
  celcius: {
    note: 'A temperature in “Celcius” with every meter value',
    request: (payload, action) => withSample(payload, action, { unit: 'Celcius', unitOfMeasure: { unit: 'Celcius' } }),
  },
  'null-for-optional': {
    note: 'null where an optional text is empty',
    request: (payload, _action, schema) => withNulls(payload, schema),
  },
  'numbers-as-text': {
    note: 'Numbers in quotation marks',
    request: (payload, _action, schema) =>
      bendLeaves(payload, schema, ({ value }) => (typeof value === 'number' ? String(value) : value)),
  },
  'text-as-numbers': {
    note: 'Numbers where a text is due (values of 1.6 meter samples)',
    request: (payload, _action, schema) =>
      bendLeaves(payload, schema, ({ name, value }) =>
        name === 'value' && typeof value === 'string' && value !== '' && Number.isFinite(Number(value))
          ? Number(value)
          : value,
      ),
  },
  'local-time': {
    note: 'Timestamps without a zone',
    request: (payload, _action, schema) =>
      bendLeaves(payload, schema, ({ value, format }) =>
        format === 'date-time' && typeof value === 'string' ? value.replace(/Z$/, '') : value,
      ),
  },
  'wrong-error-codes': {
    note: 'Error codes in the spelling of the other version',
    errorCode: (code) => OTHER_SPELLING[code] ?? code,
  },
} as const satisfies Readonly<Record<string, Quirk>>

export type QuirkName = keyof typeof TABLE

/** All quirks by name. */
export const QUIRKS = Object.keys(TABLE) as readonly QuirkName[]

const OTHER_SPELLING: Readonly<Record<string, string>> = {
  FormationViolation: 'FormatViolation',
  FormatViolation: 'FormationViolation',
  OccurenceConstraintViolation: 'OccurrenceConstraintViolation',
  OccurrenceConstraintViolation: 'OccurenceConstraintViolation',
  NotImplemented: 'NotSupported',
}

/** What a quirk does, one sentence. */
export function quirkNote(name: QuirkName): string {
  return TABLE[name].note
}

/** A request's payload as a charger with these quirks sends it. */
export function bendRequest(
  quirks: readonly QuirkName[],
  action: string,
  payload: object,
  schema: object | null,
): object {
  let bent = payload
  for (const name of quirks) {
    const quirk: Quirk = TABLE[name]
    if (quirk.request) bent = quirk.request(bent, action, schema)
  }
  return bent
}

/** An error code as a charger with these quirks spells it. */
export function bendErrorCode(quirks: readonly QuirkName[], code: string): string {
  let bent = code
  for (const name of quirks) {
    const quirk: Quirk = TABLE[name]
    if (quirk.errorCode) bent = quirk.errorCode(bent)
  }
  return bent
}

/** Adds a temperature to each reading, in the shape the reading's other samples have. */
function withSample(payload: object, action: string, units: { unit: string; unitOfMeasure: object }): object {
  const copy = structuredClone(payload) as { meterValue?: { sampledValue: { value: unknown }[] }[] }
  if (action !== 'MeterValues' && action !== 'TransactionEvent') return payload
  for (const { sampledValue } of copy.meterValue ?? []) {
    const asText = typeof sampledValue[0]?.value === 'string'
    sampledValue.push(
      asText
        ? ({ value: '31', measurand: 'Temperature', unit: units.unit } as { value: unknown })
        : ({ value: 31, measurand: 'Temperature', unitOfMeasure: units.unitOfMeasure } as { value: unknown }),
    )
  }
  return copy
}

interface Properties {
  readonly properties?: Readonly<Record<string, { readonly type?: string }>>
  readonly required?: readonly string[]
}

/** Every optional text of the top level that is not there becomes null. */
function withNulls(payload: object, schema: object | null): object {
  const { properties = {}, required = [] } = (schema ?? {}) as Properties
  const empty = Object.entries(properties).filter(
    ([name, { type }]) => type === 'string' && !required.includes(name) && !Object.hasOwn(payload, name),
  )
  return { ...payload, ...Object.fromEntries(empty.map(([name]) => [name, null])) }
}
