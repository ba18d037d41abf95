import { fillSentence } from '@shared/errors'
import { host as words } from '@shared/words/en/host'
import type { MessageBoxOptions } from 'electron'

/** Place of the button that quits. */
export const QUIT_BUTTON = 0

/** The question before quitting, or null when no station would miss the server. */
export function quitQuestion(connected: number): MessageBoxOptions | null {
  if (connected === 0) return null
  const sentence = connected === 1 ? words.quit.connected_one : words.quit.connected_other
  return {
    type: 'question',
    title: words.quit.title,
    message: fillSentence(sentence, { count: connected }),
    detail: words.quit.detail,
    buttons: [words.quit.confirm, words.quit.stay],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
}
