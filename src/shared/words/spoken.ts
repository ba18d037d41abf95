import { spoken as de } from './de'
import { spoken as en } from './en'
import { spoken as ko } from './ko'
import type { Language } from './languages'
import type { Translation } from './translation'
import { spoken as zh } from './zh'

type AnyText<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : AnyText<Words[Key]> }

/** What the program itself says, in any one language. */
export type Spoken = AnyText<typeof en>

/** The words of a language; where it lacks some, which a test keeps from those that are offered, the English ones. */
export const SPOKEN: Readonly<Record<Language, Spoken>> = { en, de: over(en, de), ko: over(en, ko), zh: over(en, zh) }

function over<Words extends object>(english: Words, translation: Translation<Words>): AnyText<Words> {
  const whole = { ...english } as Record<string, unknown>
  for (const [key, words] of Object.entries(translation as Record<string, unknown>)) {
    const beneath = whole[key]
    whole[key] = typeof words === 'object' && words !== null ? over(Object(beneath), words) : words
  }
  return whole as AnyText<Words>
}
