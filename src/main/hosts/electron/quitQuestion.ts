import { type Speech, sayCount } from '@shared/words/speech'
import type { MessageBoxOptions } from 'electron'

/** Place of the button that quits. */
export const QUIT_BUTTON = 0

/** The question before quitting, or null when no station would miss the server. */
export function quitQuestion(connected: number, speech: Speech): MessageBoxOptions | null {
  if (connected === 0) return null
  const { quit } = speech.words.host
  return {
    type: 'question',
    title: quit.title,
    message: sayCount({ one: quit.connected_one, other: quit.connected_other }, connected, speech),
    detail: quit.detail,
    buttons: [quit.confirm, quit.stay],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
}
