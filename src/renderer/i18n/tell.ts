import { fillSentence } from '@shared/fillSentence'
import type { Phrase, Told } from '@shared/told'
import type { TFunction } from 'i18next'

/** Where the words of a code of the program stand: faults by themselves, all else together. */
const keyOf = (code: string) => (code.startsWith('errors.') ? `errors:${code.slice(7)}` : `told:${code}`)

/**
 * A sentence that the program sent or kept, in the language on screen. What has no words, such as what the system said,
 * stays as it came. Places are filled as on the server, so that a sentence reads the same in the log and here.
 */
export function tell({ text, code, data }: Told | Phrase, t: TFunction): string {
  // The code came from the server, which may be newer than this page: for the types any key without places will do.
  const key = code === null ? null : (keyOf(code) as 'errors:INTERNAL')
  const sentence = key === null ? text : t(key, { skipInterpolation: true, defaultValue: '' })
  return key === null || sentence === '' ? text : fillSentence(sentence, data, (part) => tell(part, t))
}
