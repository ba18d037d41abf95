import { fillSentence } from '@shared/errors'
import { type Speech, say, sayCount } from '@shared/words/speech'
import { Notification } from 'electron'
import type { Attention } from '../attention'

/** Shows what wants a person as a notification of the system; a click on it opens the place where it is dealt with. */
export function openNotifications(
  open: (place: string) => void,
  speech: () => Speech,
  isLocked: () => boolean,
): (attention: Attention) => void {
  // A notification that nothing refers to is collected, and a click on it then does nothing. The newest of each thing is
  // kept, and takes the place of the one before: that would go on saying how it was.
  const newest = new Map<string, Notification>()
  return (attention) => {
    if (!Notification.isSupported()) return
    const { kind, place } = attention
    const thing = [kind, place, ...(kind === 'fault' ? [attention.evseId] : [])].join(' ')
    newest.get(thing)?.close()
    const notification = new Notification(notificationText(attention, speech(), isLocked()))
    notification.on('click', () => open(place))
    newest.set(thing, notification)
    notification.show()
  }
}

/** What a notification says; while the console is locked nothing but that something is there. */
export function notificationText(
  attention: Attention,
  speech: Speech,
  isLocked = false,
): { readonly title: string; readonly body: string } {
  const { notification } = speech.words.host
  if (isLocked && (attention.kind === 'fault' || attention.kind === 'gone' || attention.kind === 'backup')) {
    return { title: notification.locked[attention.kind], body: notification.locked.body }
  }
  switch (attention.kind) {
    case 'request':
    case 'station':
    case 'card': {
      const { title, body_one, body_other } = notification[attention.kind]
      return { title, body: sayCount({ one: body_one, other: body_other }, attention.count, speech) }
    }
    case 'fault': {
      const { title, body } = notification.fault
      return {
        title: fillSentence(title, { station: attention.station }),
        body: fillSentence(body, { evse: attention.evseId }),
      }
    }
    case 'gone': {
      const { title, body } = notification.gone
      return {
        title: fillSentence(title, { station: attention.station }),
        body: fillSentence(body, { minutes: attention.minutes }),
      }
    }
    case 'update': {
      const { title, body } = notification.update
      return { title: fillSentence(title, { version: attention.version }), body }
    }
    case 'backup':
      return { title: notification.backup.title, body: say(attention.problem, speech) }
  }
}
