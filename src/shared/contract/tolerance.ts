import { oc } from '@orpc/contract'
import { z } from 'zod'
import { QUIRKS } from '../ocpp/quirks'
import { mayFailWith } from './errors'
import { Time } from './feed'
import { StationRef } from './stations'

/** How a station departs from its specification, and what of it is accepted. */
export const StationTolerance = z.object({
  /** True holds it to the letter: nothing that departs is accepted, and boots are gated as the tests want it. */
  strict: z.boolean(),
  /** Departures that were met, oldest first. */
  sighted: z.array(
    z.object({
      quirk: z.enum(QUIRKS),
      /** The action and the way down to the field. */
      place: z.string(),
      times: z.number().int(),
      firstAt: Time,
      lastAt: Time,
    }),
  ),
  /** Departures that are not accepted of this station. */
  refused: z.array(z.enum(QUIRKS)),
})
export type StationTolerance = z.infer<typeof StationTolerance>

const Saved = z.object({ kind: z.literal('saved') })

export const tolerance = {
  /** Asked again when `revisions.tolerance` grows. */
  get: oc
    .route({ method: 'GET', path: '/stations/{stationId}/tolerance' })
    .input(StationRef)
    .output(StationTolerance)
    .errors(mayFailWith('UNKNOWN_STATION')),

  setStrict: oc
    .route({ method: 'PUT', path: '/stations/{stationId}/tolerance/strict' })
    .input(StationRef.extend({ strict: z.boolean() }))
    .output(Saved)
    .errors(mayFailWith('UNKNOWN_STATION')),

  setAccepted: oc
    .route({ method: 'PUT', path: '/stations/{stationId}/tolerance/{quirk}' })
    .input(StationRef.extend({ quirk: z.enum(QUIRKS), accepted: z.boolean() }))
    .output(Saved)
    .errors(mayFailWith('UNKNOWN_STATION')),
}
