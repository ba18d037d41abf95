import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Id, latest } from './feed'
import { SECRET_MAX_LENGTH } from './operatorSecret'
import { OperatorSecret, ROLES } from './operators'

/** Who is at this window or browser, and who could be. */
export const SeatState = z.object({
  /** The only thing of the site that is told to whoever has not signed in. */
  siteName: z.string(),
  /** Nobody has signed in here, and somebody has to. */
  locked: z.boolean(),
  /** Who can sign in, by name; empty unless it is locked. */
  operators: z.array(z.object({ id: Id, name: z.string() })),
  /** Null when it is locked, and as long as there are no operators. */
  who: z.object({ id: Id, name: z.string(), role: z.enum(ROLES) }).nullable(),
})
export type SeatState = z.infer<typeof SeatState>

/** The PIN or password was wrong, or is not looked at. `waitMs`: so long this operator is not listened to. */
const Wrong = z.object({ kind: z.literal('wrong'), waitMs: z.number().int() })

/**
 * Where somebody sits at the console: a window, or a browser with all its tabs. What is called there is done in the name
 * of whoever signed in. For people; scripts have tokens.
 */
export const seat = {
  watch: oc.route({ method: 'GET', path: '/seat/watch' }).output(latest(SeatState)),

  signIn: oc
    .route({ method: 'POST', path: '/seat/sign-in' })
    .input(z.object({ operatorId: Id, secret: z.string().min(1).max(SECRET_MAX_LENGTH) }))
    .output(z.discriminatedUnion('kind', [z.object({ kind: z.literal('signed-in') }), Wrong])),

  /** Whoever is there goes. Chargers are served all the same. */
  lock: oc.route({ method: 'POST', path: '/seat/lock' }).output(z.object({ kind: z.enum(['locked', 'nobody-there']) })),

  /** Somebody typed or pointed: the console does not lock itself yet. */
  seen: oc.route({ method: 'POST', path: '/seat/seen' }).output(z.object({ kind: z.literal('noted') })),

  /** A new PIN or password of one's own; the one before proves who it is. */
  setSecret: oc
    .route({ method: 'PUT', path: '/seat/secret' })
    .input(z.object({ present: z.string().min(1).max(SECRET_MAX_LENGTH), secret: OperatorSecret }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('saved') }),
        z.object({ kind: z.literal('nobody-there') }),
        Wrong,
      ]),
    ),
}
