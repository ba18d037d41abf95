import type { Language } from '@shared/words/languages'
import type { en } from './en'

/** A group of words that are loaded together; most belong to one feature. */
export type Namespace = keyof typeof en

/** Each is a file of its own in the built console: only what is needed in the language on screen is fetched. */
const FILES = import.meta.glob<Record<string, object>>([
  './{en,de,ko,zh}/*.ts',
  '../../shared/words/{en,de,ko,zh}/findings.ts',
  // Parts of others, and what every pack has.
  '!./*/{index,cardAnswers,commandAnswers,commandChoices,commandProgress}.ts',
  '!./*/{charts,common,readers,shell}.ts',
])

/** Every namespace that is not in a pack anyway. */
export const ALL_NAMESPACES = [
  ...new Set(Object.keys(FILES).map((file) => file.replace(/^.*\/(\w+)\.ts$/, '$1'))),
] as readonly Namespace[]

/** @throws when the file can not be had, such as after an update of the server */
export async function loadWords(language: Language, namespace: Namespace): Promise<object | undefined> {
  const load = FILES[`./${language}/${namespace}.ts`] ?? FILES[`../../shared/words/${language}/${namespace}.ts`]
  return (await load?.())?.[namespace]
}
