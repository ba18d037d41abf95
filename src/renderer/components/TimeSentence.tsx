import { RelativeTime } from './RelativeTime'

/** Stands for the time in a sentence until it is found again; in no text of ours, and no charger's business. */
const PLACE = '⟪when⟫'

interface TimeSentenceProps {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The sentence with a time put where the language has it. */
  readonly words: (when: string) => string
}

/** A sentence that says when, with the exact time on hover. Where in it the time stands is the language's matter. */
export function TimeSentence({ at, words }: TimeSentenceProps) {
  const [before = '', ...after] = words(PLACE).split(PLACE)
  return (
    <>
      {before}
      <RelativeTime at={at} />
      {after.join('')}
    </>
  )
}
