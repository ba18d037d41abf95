import type { Admission } from '@shared/ocpp/station'

/** What is known of the station when it calls, or when something is to be sent to it. */
export interface GateFacts {
  readonly admission: Admission
  /** Whether it ever introduced itself with a BootNotification. */
  readonly hasBooted: boolean
  /**
   * False serves a station that was let in whatever it was told at its last boot: many never boot again after a
   * reconnect, and some never do. True keeps to the letter of B01.FR.10, as the certification tests do.
   */
  readonly strict: boolean
}

export type GateVerdict = 'served' | 'not-admitted' | 'refused'
/** `not-booted` is for a station that is let in, held to the letter, and not accepted at a boot yet. */
export type AdmitVerdict = GateVerdict | 'not-booted'

/** A station that is let in must be accepted before a session is started or stopped through it (B02.FR.05). */
export const FOR_ACCEPTED_ONLY: ReadonlySet<string> = new Set([
  'RemoteStartTransaction',
  'RemoteStopTransaction',
  'RequestStartTransaction',
  'RequestStopTransaction',
])

/** What asks a station for messages that it may send although it is not accepted yet (B02.FR.02). */
const REPORTS: ReadonlySet<string> = new Set(['GetBaseReport', 'GetReport'])
const TRIGGERS: ReadonlySet<string> = new Set(['TriggerMessage', 'ExtendedTriggerMessage'])

/**
 * Who may say what on one connection while the station is not accepted (B01.FR.10, B02.FR.05, B02.FR.09, B03.FR.03,
 * B03.FR.07; 1.6 §4.2 recommends the same).
 */
export class BootGate {
  /** Actions that the station was asked to send while it waits. */
  readonly #askedFor = new Set<string>()
  /** The last boot on this connection was answered, and not with Accepted. */
  #isHeld = false

  /** The station's boot was answered with this status. */
  booted(status: string): void {
    this.#isHeld = status !== 'Accepted'
    if (!this.#isHeld) this.#askedFor.clear()
  }

  /** This request goes out: what it asks for may come, also from a station that waits. */
  asked(action: string, payload: object): void {
    if (REPORTS.has(action)) this.#askedFor.add('NotifyReport')
    if (!TRIGGERS.has(action) || !('requestedMessage' in payload)) return
    const wanted = String(payload.requestedMessage)
    // The triggers that ask for a certificate request name its kind: SignChargingStationCertificate, SignV2GCertificate.
    this.#askedFor.add(wanted.startsWith('Sign') ? 'SignCertificate' : wanted)
  }

  /** Whether a message of the station is served. `beforeAdmission` is true for what introduces it. */
  admits(facts: GateFacts, action: string, beforeAdmission: boolean): AdmitVerdict {
    // Nothing of a station that was refused: it may go on after it was told goodbye.
    if (facts.admission === 'refused') return 'refused'
    if (beforeAdmission) return 'served'
    const isAccepted = facts.admission === 'admitted' && !(facts.strict && (this.#isHeld || !facts.hasBooted))
    if (isAccepted) return 'served'
    if (facts.hasBooted && this.#askedFor.has(action)) return 'served'
    return facts.admission === 'admitted' ? 'not-booted' : 'not-admitted'
  }

  /** Whether a request may be sent to the station. */
  lets({ admission, strict }: Pick<GateFacts, 'admission' | 'strict'>, action: string): GateVerdict {
    if (admission === 'refused') return 'refused'
    const isAccepted = admission === 'admitted' && !(strict && this.#isHeld)
    return isAccepted || !FOR_ACCEPTED_ONLY.has(action) ? 'served' : 'not-admitted'
  }
}
