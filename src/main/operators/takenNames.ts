/** In whose name the program, scripts and devices do things; an operator of such a name could not be told from them. */
const OWN_NAMES = /^(?:console|chargehand|demo|script|device|command line|local lists)(?: .*)?$/i

/** Whether two names are the same to whoever reads them, however they are written or typed. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().normalize('NFKC').toLowerCase()
  return plain(one) === plain(other)
}

/** Whether a name stands for somebody already. */
export function isTakenName(name: string, others: readonly { readonly name: string }[]): boolean {
  return OWN_NAMES.test(name.normalize('NFKC')) || others.some((other) => isSameName(other.name, name))
}
