import type { Translation } from '@shared/words/translation'
import type { en } from './en'

/** All that the console needs of one language. */
export interface LanguagePack {
  readonly words: typeof en | Translation<typeof en>
  /** What MUI's own parts say, as arguments for its theme. */
  readonly parts: readonly object[]
}
