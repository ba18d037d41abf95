import { RPCLink } from '@orpc/client/websocket'
import type { Connect } from './connection'
import { LockedOutError } from './linkLost'

const UNAUTHORIZED = 401

/** The address of the WebSocket beside the page: `http://localhost:8080/` gives `ws://localhost:8080/rpc`. */
export function socketAddress(page: string): string {
  const url = new URL('rpc', page)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.hash = ''
  url.search = ''
  return url.href
}

/** Connects through a WebSocket: the console in a browser, served by the plain-Node host. */
export function openSocket(address: string): Connect {
  return () =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(address)
      const closed = new Promise<void>((done) => socket.addEventListener('close', () => done(), { once: true }))
      socket.addEventListener(
        'open',
        () => resolve({ link: new RPCLink({ websocket: socket }), closed, close: () => socket.close() }),
        { once: true },
      )
      // After `open` the rejection has no effect.
      void closed.then(async () => {
        const isLockedOut = await asksForLink(address)
        reject(isLockedOut ? new LockedOutError() : new Error('The WebSocket could not be opened.'))
      })
    })
}

/** Why a WebSocket was refused is kept from the page, but a plain request to the same place gets the same answer. */
async function asksForLink(address: string): Promise<boolean> {
  const place = new URL(address)
  place.protocol = place.protocol === 'wss:' ? 'https:' : 'http:'
  try {
    const { status } = await fetch(place, { cache: 'no-store', headers: { accept: 'application/json' } })
    return status === UNAUTHORIZED
  } catch {
    return false
  }
}
