import type { Revisions } from '@shared/contract/site'
import type { Changes, Subject } from './changes'

/** Which counter grows with which change. An unknown card is a matter of the cards page. */
const COUNTED: Readonly<Partial<Record<Subject, keyof Revisions>>> = {
  station: 'stations',
  card: 'cards',
  unknownCard: 'cards',
  session: 'sessions',
  request: 'requests',
  certificate: 'certificates',
  event: 'events',
}

/** Counts changes by subject, from the start of the program. The audit trail is an event of every change by hand. */
export function countRevisions(changes: Changes): () => Revisions {
  const counts = { stations: 0, cards: 0, sessions: 0, requests: 0, certificates: 0, events: 0 }
  for (const [subject, counter] of Object.entries(COUNTED) as [Subject, keyof Revisions][]) {
    changes.on(subject, () => {
      counts[counter] += 1
      // What a person changes is written to the audit trail, which the events page shows.
      if (subject === 'card' || subject === 'request' || subject === 'certificate') counts.events += 1
    })
  }
  return () => ({ ...counts })
}
