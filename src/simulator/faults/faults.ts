import type { QuirkName } from './quirks'

/** What can go wrong with a firmware update on command. */
export const FIRMWARE_FAULTS = ['download-failed', 'bad-signature', 'verification-failed', 'install-failed'] as const
export type FirmwareFault = (typeof FIRMWARE_FAULTS)[number]

/** Misbehaviour on command; may be changed at any time and holds from then on. */
export interface ChargerFaults {
  /** Rejects whatever certificate comes (TC_A_14). */
  rejectCertificates: boolean
  /** Takes commands and never answers. */
  ignoreCommands: boolean
  /** Answers commands this much later, seconds; what they ask for is done after the answer. */
  answerDelaySeconds: number
  /** Answers every command with a CALLERROR of this code. */
  answerWithError: string | null
  /** Messages of these actions never leave the charger, and it takes them for delivered. */
  loseMessages: readonly string[]
  /** Sends these messages twice: at once with the same id, or after the answer with a new one. */
  duplicate: { readonly actions: readonly string[] | 'all'; readonly ids: 'same' | 'new' } | null
  /** In which order the queue is delivered when the link is back; null: as it happened. */
  reorderQueue: 'reverse' | 'shuffle' | null
  /** Added to every timestamp, seconds. */
  clockSkewSeconds: number
  /** 1.6: forgets the number the server gave to a transaction; updates carry none, the end carries −1. */
  neverGetsTransactionId: boolean
  /** The meter's register begins again at 0 when it reaches this, Wh. */
  meterRolloverWh: number | null
  /** The lock of the cable is stuck. */
  unlockFails: boolean
  /** What goes wrong with the next firmware updates. */
  firmware: FirmwareFault | null
  /** Refuses every root certificate that is to be installed. */
  refusesRoots: boolean
  /** After a restart, or under another security profile, it does not come back until `restoreLink`. */
  staysAway: boolean
  /** Restarts with the last of its network profiles instead of the first: it comes back as it was. */
  keepsOldProfile: boolean
  /** Uploads of logs break off. */
  uploadFails: boolean
  /** Deviations from the specification in what is sent, by name. */
  quirks: readonly QuirkName[]
}

/** A charger that behaves. */
export function noFaults(): ChargerFaults {
  return {
    rejectCertificates: false,
    ignoreCommands: false,
    answerDelaySeconds: 0,
    answerWithError: null,
    loseMessages: [],
    duplicate: null,
    reorderQueue: null,
    clockSkewSeconds: 0,
    neverGetsTransactionId: false,
    meterRolloverWh: null,
    unlockFails: false,
    firmware: null,
    refusesRoots: false,
    staysAway: false,
    keepsOldProfile: false,
    uploadFails: false,
    quirks: [],
  }
}
