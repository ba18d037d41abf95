import type { StationLinks } from '../stations/commands'
import type { StationLink } from './stationLink'

/** What can be done with an open connection besides talking over it. */
export interface OpenLink {
  readonly link: StationLink
  /** Says goodbye with a WebSocket close code; the reason is cut to what a close frame holds. */
  close(code: number, reason: string): void
  /** Ends it at once, without waiting for the other side. */
  terminate(): void
}

/** The open connections by station: at most one each. */
export interface Links extends StationLinks {
  /**
   * Takes a new connection of a station. An older one is half-open or a stranger's by now (OCPP-J: the newest counts)
   * and is ended.
   */
  attach(stationId: number, open: OpenLink): void
  /** Forgets the connection, unless a newer one has taken its place. */
  detach(stationId: number, open: OpenLink): void
  closeAll(code: number, reason: string): void
  size(): number
}

/** A close frame carries at most 123 bytes of reason (RFC 6455 §5.5). */
export function closeReason(reason: string): string {
  let text = reason
  while (Buffer.byteLength(text) > 123) text = text.slice(0, -1)
  return text
}

export function createLinks(): Links {
  const links = new Map<number, OpenLink>()
  return {
    async send(stationId, command, input) {
      const open = links.get(stationId)
      return open ? open.link.send(command, input) : { kind: 'offline' }
    },
    async request(stationId, action, payload) {
      const open = links.get(stationId)
      return open ? open.link.ask(action, payload) : { kind: 'offline' }
    },
    disconnect(stationId, reason) {
      links.get(stationId)?.close(1008, reason)
    },
    attach(stationId, open) {
      links.get(stationId)?.terminate()
      links.set(stationId, open)
    },
    detach(stationId, open) {
      if (links.get(stationId) === open) links.delete(stationId)
    },
    closeAll(code, reason) {
      for (const open of links.values()) open.close(code, reason)
    },
    size: () => links.size,
  }
}
