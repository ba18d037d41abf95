import { ID_TOKEN_TYPES } from './idToken.ts'

/** Asked for every presented card: nearly all spell their type as the specification does. */
const SPELT_RIGHT: ReadonlySet<unknown> = new Set(ID_TOKEN_TYPES)

/**
 * Whether this type of an identifier means a key code, which is a secret (2.x IdTokenEnumType, C04.FR.04): in any letters,
 * its words apart or together. Whatever may be taken for one is: the quirk `letter-case` accepts such spellings, and 2.1
 * takes any text for a type.
 */
export function isKeyCodeType(type: unknown): boolean {
  if (SPELT_RIGHT.has(type)) return type === 'KeyCode'
  return typeof type === 'string' && type.toLowerCase().replace(/[^a-z]+/g, '') === 'keycode'
}

const MAY_NAME_KEY_CODE = /e[^a-z]*y[^a-z]*c[^a-z]*o[^a-z]*d[^a-z]*e/i

/** What the word ends with. The letter it begins with is rare, and so is soon looked for in every message that comes. */
const MAY_END_LIKE_IT = /y[^a-z]*c[^a-z]*o[^a-z]*d[^a-z]*e/i

/** Whether a text may name such a type: true for every one that does, but for letters that JSON writes as escapes. */
export function mayNameKeyCode(text: string): boolean {
  return MAY_END_LIKE_IT.test(text) && MAY_NAME_KEY_CODE.test(text)
}
