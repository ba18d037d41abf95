import type { SeatState } from '@shared/contract/seat'
import type { Site } from '../site'
import { latestFeed } from './feeds'
import { service } from './implementer'

/** Who is at this window or browser. The program's own calls come from no seat: to them nothing is ever locked. */
export function seatService({ operators, state }: Site) {
  const unlocked = (): SeatState => ({ siteName: state().name, locked: false, operators: [], who: null })
  return {
    watch: service.seat.watch.handler(({ context: { seat }, signal }) =>
      latestFeed(
        seat ? () => seat.state() : unlocked,
        (changed) => seat?.listen(() => changed(0)) ?? (() => {}),
        signal,
      ),
    ),
    signIn: service.seat.signIn.handler(
      async ({ input, context: { seat } }) =>
        (await seat?.signIn(input.operatorId, input.secret)) ?? { kind: 'wrong' as const, waitMs: 0 },
    ),
    lock: service.seat.lock.handler(async ({ context: { seat } }) => ({
      kind: (await seat?.lock()) ? ('locked' as const) : ('nobody-there' as const),
    })),
    seen: service.seat.seen.handler(({ context: { seat } }) => {
      seat?.seen()
      return { kind: 'noted' as const }
    }),
    setSecret: service.seat.setSecret.handler(async ({ input, context: { seat } }) => {
      const who = seat?.who()
      if (who?.kind !== 'operator') return { kind: 'nobody-there' as const }
      const { id, name } = who.operator
      const proof = await operators.prove(id, input.present)
      if (proof.kind === 'wrong') return proof
      await operators.setSecret({ actor: name, confirmedBy: null }, id, input.secret, (kept) => seat?.stay(id, kept))
      return { kind: 'saved' as const }
    }),
  }
}
