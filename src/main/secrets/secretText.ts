/** Stands where a secret stood. */
export const HIDDEN = '••••'

/**
 * The end of a name that announces a secret, as a field or before a colon or an equals sign. What stands before it in the
 * name is not looked for: each letter of a long word would be tried as its beginning.
 */
const SECRET_WORD =
  '(?:passwords?|passwd|passphrase|passcode|secret|authorization[_-]?key|private[_-]?key|preshared[_-]?key|(?:api|access)[_-]?key|(?:access|auth|bearer|refresh)[_-]?token|credentials?|psk|simpin)'
const PRIVATE_KEY = /(-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----)[\s\S]*?(-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g
/** A link from its two slashes on, and whatever hangs together with it. */
const LINK = /:\/\/[^\s"<>]+/g
/** Links of this server's own endpoint for files: whoever knows one may use it. */
const OWN_LINK = /(\/files\/+)[A-Za-z0-9_-]{16,}/g
const ASSIGNED = new RegExp(`(${SECRET_WORD}\\s*[=:]\\s*)(?!${HIDDEN})[^\\s,;&]+`, 'gi')

/**
 * The text without the secrets that can stand in free text: keys, logins and signatures in links, `password=…`. Stations
 * write these texts, so the time it takes grows with their length and no faster.
 */
export function withoutSecretsInText(text: string): string {
  // Most texts are identifiers and numbers.
  if (!/[:=/]|PRIVATE KEY/.test(text)) return text
  return text
    .replace(PRIVATE_KEY, HIDDEN)
    .replace(LINK, withoutAccess)
    .replace(OWN_LINK, `$1${HIDDEN}`)
    .replace(ASSIGNED, `$1${HIDDEN}`)
}

/** The text with private keys blanked between their first and last lines, which still say that one was there. */
export function withoutPrivateKeys(text: string): string {
  return text.replace(PRIVATE_KEY, `$1\n${HIDDEN}\n$2`)
}

/** A link from its two slashes on, without what gives access. */
function withoutAccess(link: string): string {
  // Whatever stands before an @ may be a user and a password, also where it was not escaped as it should be.
  const at = link.lastIndexOf('@')
  const place = at < 0 ? link : `://${HIDDEN}${link.slice(at)}`
  // Access to a file is often in its link: signatures and tickets stand after the question mark.
  const query = place.indexOf('?') + 1
  return query > 0 && query < place.length ? place.slice(0, query) + HIDDEN : place
}

/** A JSON string, also one whose end is missing; one inside a string, with all that follows it; or a bare word. */
const VALUE = '(?:\\\\+"[\\s\\S]*|"(?:[^"\\\\]|\\\\[\\s\\S])*(?:"|\\\\?$)|[^\\s,}\\]]+)'
const FIELD = (name: string) => new RegExp(`((?:${name})\\\\*"?\\s*[:=]\\s*)${VALUE}`, 'gi')
/** What may be secret depending on its neighbours (the type of a token, the name of a variable), which may be missing. */
const MAYBE = ['value', 'key', 'data', 'idToken']
const BLANKED = [SECRET_WORD, ...MAYBE].map(FIELD)
/** A link that breaks off may have lost the @ after its password. */
const BROKEN_LOGIN = /^:\/\/[^/]*:/

/**
 * What can't be read as JSON, with everything blanked that looks like a secret; rather too much than too little. Letters
 * that were written as escapes are written as themselves, so that a name can't hide that way.
 */
export function withoutWhatLooksSecret(text: string): string {
  const plain = text.replace(/(?<!\\)\\+u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  const blanked = BLANKED.reduce((shown, field) => shown.replace(field, `$1"${HIDDEN}"`), plain)
  return withoutSecretsInText(blanked).replace(LINK, (link, at: number, whole: string) =>
    at + link.length === whole.length && BROKEN_LOGIN.test(link) ? `://${HIDDEN}` : link,
  )
}
