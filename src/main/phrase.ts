import { AppError, reasonOf } from '@shared/errors'
import { fillSentence } from '@shared/fillSentence'
import { type Phrase, type Told, ToldData, toldAsItCame } from '@shared/told'
import { spoken } from '@shared/words/en'
import { textAt } from '@shared/words/textAt'
import { z } from 'zod'

type Paths<Words> = {
  [Key in keyof Words & string]: Words[Key] extends string ? Key : `${Key}.${Paths<Words[Key]>}`
}[keyof Words & string]

/** Where the words of a phrase stand, such as `backup.notAFolder`. */
export type PhraseCode = Paths<typeof spoken>

/** A part of a sentence, or one that is kept: in English for logs and scripts, with what tells it in other languages. */
export function phrase(code: PhraseCode, data: Phrase['data'] = {}): Phrase {
  return { text: fillSentence(textAt(spoken, code) ?? code, data), code, data }
}

/** What a caught value says. What is no fault of the program is told as it came. */
export function toldOf(error: unknown): Told {
  if (!(error instanceof AppError)) return toldAsItCame(reasonOf(error))
  return { text: error.message, code: `errors.${error.code}`, data: error.data }
}

/** How a sentence is kept in a column of text. */
export function keepTold({ text, code, data }: Told): string {
  return code === null ? text : JSON.stringify({ code, data })
}

const KEPT = /^\{"code":/
const Kept = z.object({ code: z.string(), data: ToldData })

/** A sentence as it was kept; before sentences had codes, their English text was. */
export function readTold(kept: string): Told {
  if (!KEPT.test(kept)) return toldAsItCame(kept)
  try {
    const { code, data } = Kept.parse(JSON.parse(kept))
    const english = textAt(spoken, code)
    return english === undefined ? toldAsItCame(kept) : { text: fillSentence(english, data), code, data }
  } catch {
    return toldAsItCame(kept)
  }
}
