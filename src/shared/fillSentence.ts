import type { Phrase, ToldData } from './told'

/** Fills the `{{name}}` places of a sentence; a place without a value stays visible so that a test notices it. */
export function fillSentence(
  sentence: string,
  data: ToldData = {},
  phrase: (phrase: Phrase) => string = ({ text }) => text,
): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = data[name]
    return typeof value === 'object' ? phrase(value) : String(value ?? place)
  })
}
