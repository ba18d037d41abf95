import { fillSentence } from '../fillSentence'
import type { Phrase, Told } from '../told'
import { LANGUAGES, type Language } from './languages'
import { SPOKEN, type Spoken } from './spoken'
import { textAt } from './textAt'

/** One language, as the program itself speaks it to people outside of the console. */
export interface Speech {
  readonly language: Language
  readonly words: Spoken
}

export const speechIn = (language: Language): Speech => ({ language, words: SPOKEN[language] })

/** A sentence in this language; what has no words here stays as it came. */
export function say({ text, code, data }: Told | Phrase, speech: Speech): string {
  const sentence = code === null ? undefined : textAt(speech.words, code)
  return sentence === undefined ? text : fillSentence(sentence, data, (part) => say(part, speech))
}

/** A sentence about a number of things, in the form that the language has for that number. */
export function sayCount(
  forms: { readonly one: string; readonly other: string },
  count: number,
  speech: Speech,
): string {
  const { tag } = LANGUAGES[speech.language]
  const form = new Intl.PluralRules(tag).select(count) === 'one' ? forms.one : forms.other
  return fillSentence(form, { count: new Intl.NumberFormat(tag).format(count) })
}
