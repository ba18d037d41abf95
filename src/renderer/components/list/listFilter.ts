/** What may narrow a list: the fields of its filter as they stand on screen and in the address, all of them texts. */
export interface ListFilterSpec<Values extends Readonly<Record<keyof Values, string>>> {
  /** The filter that leaves nothing out. */
  readonly widest: Values
  /** Fields that are one of a few; whatever else an address or an old version says is the widest. */
  readonly choices?: { readonly [Field in keyof Values]?: readonly Values[Field][] }
  /** Fields that are typed letter by letter: a step back does not go through all of them. */
  readonly typed?: readonly (keyof Values & string)[]
}

/** The values of a filter with any names. */
export type FilterValues<Values> = Readonly<Record<keyof Values, string>>

/** Longest text of a field, in characters: more is not asked of the contract. */
const TEXT_MAX_LENGTH = 100

const fieldsOf = <Values extends FilterValues<Values>>({ widest }: ListFilterSpec<Values>) =>
  Object.keys(widest) as (keyof Values & string)[]

/** The filter that an address (or what was saved of one) names; its other parameters are left alone. */
export function readFilter<Values extends FilterValues<Values>>(spec: ListFilterSpec<Values>, search: string): Values {
  const params = new URLSearchParams(search)
  const values: Values = { ...spec.widest }
  for (const field of fieldsOf(spec)) {
    const named = params.get(field)
    if (named === null) continue
    const choices = spec.choices?.[field]
    if (choices === undefined) values[field] = named.slice(0, TEXT_MAX_LENGTH) as Values[typeof field]
    else values[field] = choices.find((choice) => choice === named) ?? spec.widest[field]
  }
  return values
}

/** `search` with this filter in place of the one in it: `?search=ada&show=blocked`, empty without any parameter. */
export function writeFilter<Values extends FilterValues<Values>>(
  spec: ListFilterSpec<Values>,
  values: Values,
  search = '',
): string {
  const params = new URLSearchParams(search)
  for (const field of fieldsOf(spec)) {
    const value = values[field].trim()
    if (value === spec.widest[field]) params.delete(field)
    else params.set(field, value)
  }
  const written = params.toString()
  return written === '' ? '' : `?${written}`
}

/** Whether anything may be left out. */
export function isNarrowed<Values extends FilterValues<Values>>(spec: ListFilterSpec<Values>, values: Values): boolean {
  return writeFilter(spec, values) !== ''
}

/** Whether two filters differ in nothing but what is typed. */
export function isTyping<Values extends FilterValues<Values>>(
  spec: ListFilterSpec<Values>,
  before: Values,
  after: Values,
): boolean {
  return fieldsOf(spec).every((field) => before[field] === after[field] || spec.typed?.includes(field) === true)
}
