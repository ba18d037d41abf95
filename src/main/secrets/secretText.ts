/** Stands where a secret stood. */
export const HIDDEN = '••••'

/** A name that announces a secret, as a field or before a colon or an equals sign. */
const SECRET_WORD =
  '[\\w.$-]*(?:passwords?|passwd|passphrase|passcode|secret|authorization_?key|private_?key|preshared_?key|credentials?|psk|simpin)'
const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g
/** Whatever stands before an @ may be a user and a password, also where it was not escaped as it should be. */
const LOGIN = /([a-z][a-z0-9+.-]*:\/\/)[^\s"<>]*@/gi
/** Access to a file is often in its link: signatures and tickets stand after the question mark. */
const QUERY = /([a-z][a-z0-9+.-]*:\/\/[^\s"<>?]*\?)[^\s"<>]+/gi
/** Links of this server's own endpoint for files: whoever knows one may use it. */
const OWN_LINK = /(\/files\/+)[A-Za-z0-9_-]{16,}/g
const ASSIGNED = new RegExp(`(${SECRET_WORD}\\s*[=:]\\s*)(?!${HIDDEN})[^\\s,;&]+`, 'gi')

/** The text without the secrets that can stand in free text: keys, logins and signatures in links, `password=…`. */
export function withoutSecretsInText(text: string): string {
  // Most texts are identifiers and numbers.
  if (!/[:=/]|PRIVATE KEY/.test(text)) return text
  return text
    .replace(PRIVATE_KEY, HIDDEN)
    .replace(LOGIN, `$1${HIDDEN}@`)
    .replace(QUERY, `$1${HIDDEN}`)
    .replace(OWN_LINK, `$1${HIDDEN}`)
    .replace(ASSIGNED, `$1${HIDDEN}`)
}

/** A JSON string, also one whose end is missing; one inside a string, with all that follows it; or a bare word. */
const VALUE = '(?:\\\\+"[\\s\\S]*|"(?:[^"\\\\]|\\\\[\\s\\S])*(?:"|\\\\?$)|[^\\s,}\\]]+)'
const FIELD = (name: string) => new RegExp(`((?:${name})\\\\*"?\\s*[:=]\\s*)${VALUE}`, 'gi')
/** What may be secret depending on its neighbours (the type of a token, the name of a variable), which may be missing. */
const MAYBE = ['\\w*value', 'key', 'data', '\\w*idToken']
const BLANKED = [SECRET_WORD, ...MAYBE].map(FIELD)
/** A link that breaks off may have lost the @ after its password. */
const BROKEN_LOGIN = /([a-z][a-z0-9+.-]*:\/\/)[^\s"<>/]*:[^\s"<>]*$/i

/**
 * What can't be read as JSON, with everything blanked that looks like a secret; rather too much than too little. Letters
 * that were written as escapes are written as themselves, so that a name can't hide that way.
 */
export function withoutWhatLooksSecret(text: string): string {
  const plain = text.replace(/\\+u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  const blanked = BLANKED.reduce((shown, field) => shown.replace(field, `$1"${HIDDEN}"`), plain)
  return withoutSecretsInText(blanked).replace(BROKEN_LOGIN, `$1${HIDDEN}`)
}
