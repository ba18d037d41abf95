import type { SessionState } from '@shared/ocpp/session'
import { applyEvent, isLate, NO_SESSION, type SessionFacts } from './applyEvent'
import { placing, type SeqRun } from './seqRun'
import type { ReceivedEvent } from './sessionEvent'

/** A session as far as its events have been interpreted. */
export interface Interpreted {
  readonly facts: SessionFacts
  /** An unbroken run of places (2.x seqNo) that its events took; null while none had a place. */
  readonly run: SeqRun | null
  /** Whether any event took a place apart from the run: then something is missing in between. */
  readonly apart: boolean
  /** Whether two different events claimed one place. */
  readonly placeConflict: boolean
}

export const NOTHING: Interpreted = { facts: NO_SESSION, run: null, apart: false, placeConflict: false }

/** The places of one session that are apart from its run, kept by whoever keeps the session. */
export interface PlacesApart {
  /** @returns false when it was there already. */
  add(seqNo: number): boolean
  /** @returns false when it was not there. */
  take(seqNo: number): boolean
  isEmpty(): boolean
}

/**
 * A session after one more event, which must be given once; the result does not depend on the order in which events are
 * given. Pure but for `places`, and for `meterFell` when `late` is told: that is then to be read off all readings.
 */
export function advance(
  before: Interpreted,
  received: ReceivedEvent,
  places: PlacesApart,
): { readonly after: Interpreted; readonly late: boolean } {
  const facts = applyEvent(before.facts, received)
  const late = isLate(before.facts, received)
  const { seqNo } = received.event
  if (seqNo === null) return { after: { ...before, facts }, late }
  return { after: { facts, ...takePlace(before, seqNo, places) }, late }
}

function takePlace({ run, apart, placeConflict }: Interpreted, seqNo: number, places: PlacesApart) {
  const place = placing(run, seqNo)
  switch (place.kind) {
    case 'inside':
      return { run, apart, placeConflict: true }
    case 'apart':
      return { run, apart: true, placeConflict: !places.add(seqNo) || placeConflict }
    case 'next': {
      if (!apart) return { run: place.run, apart, placeConflict }
      // The place itself may have been taken while it was apart; and the run may now reach what was apart from it.
      const taken = places.take(seqNo)
      let { first, last } = place.run
      while (places.take(last + 1)) last += 1
      while (places.take(first - 1)) first -= 1
      return { run: { first, last }, apart: !places.isEmpty(), placeConflict: placeConflict || taken }
    }
  }
}

/** Whether a session has ended, by its events alone. */
export function stateOf({ ends }: SessionFacts): SessionState {
  return ends > 0 ? 'ended' : 'running'
}
