/** In whose name the program, scripts and devices do things; an operator of such a name could not be told from them. */
const OWN_NAMES = /^(?:console|chargehand|demo|script|device|command line|local lists)(?: .*)?$/i

/** Whether a name stands for somebody already, however it is written. */
export function isTakenName(name: string, others: readonly { readonly name: string }[]): boolean {
  const same = (text: string) => text.normalize('NFKC').toLowerCase()
  return OWN_NAMES.test(name.normalize('NFKC')) || others.some((other) => same(other.name) === same(name))
}
