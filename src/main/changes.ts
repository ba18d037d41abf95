/**
 * What can change, and so what the feeds can show. Emitted after the commit, with the key of what changed: a feed
 * reads the newest state itself, so an event carries no data that could be stale.
 */
export interface ChangeKeys {
  site: 0
  station: number
  /** 0 when many have changed at once. */
  card: number
  unknownCard: number
  /** How a station's list for the time without this program stands; by the station. */
  localList: number
  /** How the readers at the desk stand. */
  reader: 0
  /** A card was laid on a USB reader. */
  tap: number
  /** How a charger or keyboard readers write numbers was learnt or forgotten. */
  numberForm: 0
  session: number
  request: number
  certificate: number
  /** A security event or a presented card, by its station; 0 when old ones were forgotten. */
  event: number
  /** How a station departs from its specification, and what of it is accepted; by the station. */
  tolerance: number
  /** How a station has to prove who it is, or how it does: it has connected or gone; by the station. */
  security: number
  /** What a station said it trusts; by the station. */
  trust: number
  /** A station on its way to a higher security profile, or how it stands there; by the station. */
  upgrade: number
  /** A caller was turned away. */
  refusedCall: 0
  /** What is known of a station's variables, by the station. */
  variables: number
  /** A firmware or log, or who was given it. */
  file: number
  /** Something that a station told and that is kept as a notice, by the station. */
  notice: number
  /** A command to a station was given, or something became of it. */
  command: number
  /** A backup was made or tried, or is under way, or the schedule was changed. */
  backup: 0
  /** A version was found, is on its way, lies ready, or is installed; or the feed was changed. */
  update: 0
  /** A device registered, was certified, changed, connected or went. */
  device: number
  /** A meter told its power, or fell silent. */
  power: 0
  /** A token for devices was made, used or ended. */
  deviceToken: 0
  /** A token for scripts was made or ended, or their port was opened or closed. */
  automation: 0
  /** What charging costs, or what stands on statements, was changed. */
  tariff: 0
  /** A rule of the request desk was written, changed or used. */
  deskRule: 0
  /** Who confirms approvals was changed. */
  approver: 0
  /** Who may sign in at the console was changed, or when it locks itself. */
  operator: 0
  /** A switch of the desktop around the program was set. */
  desktop: 0
  /** The audit trail has grown: emitted by everything that calls appendAudit. */
  audit: 0
}
export type Subject = keyof ChangeKeys
export type Listener<S extends Subject> = (key: ChangeKeys[S]) => void

export interface Changes {
  emit<S extends Subject>(subject: S, key: ChangeKeys[S]): void
  /** @returns a function that ends the subscription. */
  on<S extends Subject>(subject: S, listener: Listener<S>): () => void
}

export function createChanges(): Changes {
  const listeners = new Map<Subject, Set<(key: number) => void>>()
  return {
    emit(subject, key) {
      const set = listeners.get(subject)
      if (set) for (const listener of set) listener(key)
    },
    on(subject, listener) {
      const set = listeners.get(subject) ?? new Set()
      listeners.set(subject, set)
      const entry = listener as (key: number) => void
      set.add(entry)
      return () => set.delete(entry)
    },
  }
}
