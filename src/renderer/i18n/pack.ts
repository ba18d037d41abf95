import type { Translation } from '@shared/words/translation'
import type { en } from './en'

/** The namespaces that the frame around every page says; a test holds them against the code. */
export type FirstNamespace = 'charts' | 'common' | 'errors' | 'readers' | 'shell' | 'told'

/** What the console begins with in one language; other words come with what needs them (neededWords). */
export interface LanguagePack {
  readonly words: Pick<typeof en, FirstNamespace> | Pick<Translation<typeof en>, FirstNamespace>
  /** What MUI's own parts say, as arguments for its theme. */
  readonly parts: readonly object[]
}
