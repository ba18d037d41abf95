import { oc } from '@orpc/contract'
import { z } from 'zod'
import { latest, Time } from './feed'

const Watts = z.number().nullable()

/** Power of the whole site, in watts. Null where no meter has told anything lately. */
export const SitePower = z.object({
  /** Drawn from the grid; negative when fed in. */
  gridW: Watts,
  solarW: Watts,
  /** Given by a battery; negative while it is charged. */
  batteryW: Watts,
  /** What the chargers say they deliver together. */
  chargersW: z.number(),
  /** When a meter last told anything; null when none has since the program was started. */
  at: Time.nullable(),
})
export type SitePower = z.infer<typeof SitePower>

/** Means over a stretch of time that begins at `at`. */
export const PowerPoint = z.object({ at: Time, gridW: Watts, solarW: Watts, batteryW: Watts, chargersW: Watts })
export type PowerPoint = z.infer<typeof PowerPoint>

export const power = {
  watch: oc.route({ method: 'GET', path: '/power/watch' }).output(latest(SitePower)),

  /** What meters told in the last hours, oldest first; empty where there are none. `stepMs`: length of each stretch. */
  history: oc
    .route({ method: 'GET', path: '/power/history' })
    .input(z.object({ hours: z.coerce.number().int().min(1).max(744).default(24) }))
    .output(z.object({ stepMs: z.number().int(), points: z.array(PowerPoint) })),
}
