import { createORPCClient } from '@orpc/client'
import type { ConsoleClient } from './client'
import type { LinkStateSource } from './linkState'
import { openPort } from './openPort'
import { openSocket, socketAddress } from './openSocket'
import { reconnectingLink } from './reconnectingLink'

/** The console's one link to its server. */
export interface ConsoleLink {
  readonly client: ConsoleClient
  readonly state: LinkStateSource
  tryNow(): void
}

/** Chooses the transport by where the page runs: a MessagePort in the desktop window, a WebSocket in a browser. */
export function connectLink(page: Window): ConsoleLink {
  const connect = page.chargehand?.host === 'desktop' ? openPort(page) : openSocket(socketAddress(page.location.href))
  const { link, state, tryNow } = reconnectingLink(connect)
  return { client: createORPCClient<ConsoleClient>(link), state, tryNow }
}
