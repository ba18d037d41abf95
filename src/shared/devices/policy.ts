/**
 * What a device's client may do at the broker besides its own three topics. Filters are MQTT's (`+`, `#`), written out:
 * nothing in them stands for the client's id.
 */
export interface DevicePolicy {
  /** Other client ids under which it may connect; its own it always may. */
  readonly clientIds: readonly string[]
  /** What it may subscribe to: every filter of its own has to lie within one of these. */
  readonly read: readonly string[]
  /** Topics that it may publish to, as filters. */
  readonly write: readonly string[]
}

/** The least: a client's own topics and name. */
export const NO_MORE_RIGHTS: DevicePolicy = { clientIds: [], read: [], write: [] }

/** The topics that every client has, whatever its policy. */
export function ownTopics(clientId: string): { readonly read: readonly string[]; readonly write: readonly string[] } {
  const own = `app/clients/${clientId}`
  return { read: [`${own}/push`, `${own}/inbox`], write: [`${own}/outbox`] }
}
