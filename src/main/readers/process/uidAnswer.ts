/** What a card's answer to the question for its UID comes to. */
export type UidAnswer =
  /** Upper-case hex as the reader gave it. */
  | { readonly kind: 'uid'; readonly uid: string }
  /** The card left the field or was disturbed: worth another try. */
  | { readonly kind: 'again' }
  /** The reader wants to be asked with this length. */
  | { readonly kind: 'ask-for'; readonly length: number }
  /** Reader or card has no UID to give. */
  | { readonly kind: 'unsupported' }

/** The question for the UID (PC/SC part 3, §3.2.2.1.3). @param length expected, 0 for all there is */
export function uidQuestion(length: number): Uint8Array {
  return Uint8Array.of(0xff, 0xca, 0x00, 0x00, length)
}

/** Reads the answer of a reader: the UID and the status bytes 90 00, or status bytes alone. */
export function readUidAnswer(answer: Uint8Array): UidAnswer {
  const sw1 = answer.at(-2)
  const sw2 = answer.at(-1)
  // A card that is pulled away during the question leaves success and no answer at all.
  if (sw1 === undefined || sw2 === undefined) return { kind: 'again' }
  const data = answer.subarray(0, -2)
  // 62 82: the end of the UID came before the length that was asked for; what there is is whole.
  const good = (sw1 === 0x90 && sw2 === 0x00) || (sw1 === 0x62 && sw2 === 0x82)
  if (good) return data.length === 0 ? { kind: 'again' } : { kind: 'uid', uid: hex(data) }
  if (sw1 === 0x6c && sw2 > 0) return { kind: 'ask-for', length: sw2 }
  // 6A 81 function not supported, 6D 00 and 6E 00 unknown instruction or class.
  if ((sw1 === 0x6a && sw2 === 0x81) || sw1 === 0x6d || sw1 === 0x6e) return { kind: 'unsupported' }
  return { kind: 'again' }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}
