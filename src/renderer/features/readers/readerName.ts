/** What PC/SC adds to a reader's name: a serial number or interface in brackets, and the numbers of reader and slot. */
const ADDED = /(?:\s*[[(][^\])]*[\])])*\s+\d{2} \d{2}$/
/** Words that every reader of a kind has and that tell nothing. */
const IDLE = /\s+(?:PICC|Contactless|CCID|Smart ?Card)?\s*(?:Interface|Reader)?$/i

/** A reader's name as a person knows it: `ACS ACR122U PICC Interface 00 00` is the ACR122U. */
export function shortReaderName(name: string): string {
  const bare = name.replace(ADDED, '').replace(IDLE, '').trim()
  const short = bare.replace(/^ACS\s+/i, '')
  return short === '' ? name : short
}
