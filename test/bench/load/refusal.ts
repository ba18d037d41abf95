const CALL = '2'.charCodeAt(0)

/** Whether a server's text is a question of its own; a bare server's echo of one looks the same. */
export function isCall(text: Buffer): boolean {
  return text[1] === CALL
}

/** The answer of a charger that does not know what it is asked. */
export function refusalOf(call: Buffer): string {
  const [, id]: readonly unknown[] = JSON.parse(call.toString())
  return JSON.stringify([4, id, 'NotSupported', '', {}])
}
