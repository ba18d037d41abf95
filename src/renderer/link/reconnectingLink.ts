import type { ClientLink } from '@orpc/client'
import { backOff } from './backOff'
import type { Connect, Connection } from './connection'
import { LinkLostError, LockedOutError } from './linkLost'
import { LinkStateHolder, type LinkStateSource } from './linkState'

type Context = Record<never, never>

/** A link that finds its way back by itself. Feeds are opened again by whoever holds them (feedHub). */
export interface ReconnectingLink {
  readonly link: ClientLink<Context>
  readonly state: LinkStateSource
  /** Cuts the present waiting time short. */
  tryNow(): void
  close(): void
}

/** Connects, and connects again with back-off whenever the way is lost, until it is closed. */
export function reconnectingLink(connect: Connect, now: () => number = Date.now): ReconnectingLink {
  const state = new LinkStateHolder('connecting', now)
  let current: Connection | null = null
  let ended = false
  let wake = () => {}

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const run = async () => {
    let attempt = 0
    while (!ended) {
      let without: 'lost' | 'locked-out' = 'lost'
      try {
        current = await connect()
        // Closed while the attempt was under way.
        if (ended) return current.close()
        attempt = 0
        state.set('open')
        await current.closed
      } catch (error) {
        // No way at the moment; the state says so.
        if (error instanceof LockedOutError) without = 'locked-out'
      }
      current = null
      if (ended) return
      state.set(without)
      await pause(backOff(attempt++))
    }
  }
  void run()

  const firstAnswer = () =>
    new Promise<void>((resolve) => {
      const stop = state.listen(() => {
        stop()
        resolve()
      })
    })

  return {
    state,
    link: {
      async call(path, input, options) {
        if (state.read().state === 'connecting') await firstAnswer()
        const connection = current
        if (connection === null) throw new LinkLostError()
        try {
          return await connection.link.call(path, input, options)
        } catch (error) {
          if (current !== connection) throw new LinkLostError({ cause: error })
          throw error
        }
      },
    },
    tryNow: () => wake(),
    close() {
      ended = true
      wake()
      current?.close()
    },
  }
}
