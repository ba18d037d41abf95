import type { SecurityProfile } from './securityProfile'

/** A profile that a station can be led to. */
export type HigherProfile = Exclude<SecurityProfile, 0>
export const HIGHER_PROFILES = [1, 2, 3] as const satisfies readonly HigherProfile[]

/**
 * The steps on the way to a higher security profile; which of them are taken depends on the profiles and the version.
 * - `tls-port`: this computer listens with TLS under the name by which the station reaches it
 * - `root`: the station has this site's root certificate
 * - `organisation`: the station knows whose certificates it asks for (2.x OrganizationName, 1.6 CpoName)
 * - `password`: the station has a password
 * - `certificate`: the station asked for a certificate, a person approved it, the station took it
 * - `address`: 1.6: the address with TLS is in a configuration key of the maker's own, where there is one
 * - `network-profile`: 2.x: address and profile are in a free slot of the station (SetNetworkProfile)
 * - `priority`: 2.x: that slot is the first that it tries, the old one the second
 * - `restart`: 2.x: the station restarts when it is idle
 * - `security-profile`: 1.6: the station is told its new profile, and connects anew
 * - `return`: the station came back under the new profile; the lower one is refused from then on
 * - `undo`: what was changed at the station is taken back
 */
export const UPGRADE_STEPS = [
  'tls-port',
  'root',
  'organisation',
  'password',
  'certificate',
  'address',
  'network-profile',
  'priority',
  'restart',
  'security-profile',
  'return',
  'undo',
] as const
export type UpgradeStepName = (typeof UPGRADE_STEPS)[number]

/** What a step waits for. */
export const UPGRADE_WAITS = [
  /** Other stations are on their way; only some go at a time. */
  'turn',
  /** The station is not connected. */
  'offline',
  /** It has connected, and has not said anything yet: it is told nothing before (B02.FR.02). */
  'ready',
  /** The answer to a command. */
  'answer',
  /** The station is to ask for a certificate. */
  'request',
  /** A person is to decide about its request. */
  'approval',
  /** It is to take the certificate. */
  'delivery',
  /** It restarts when its sessions have ended. */
  'idle',
  /** It is to come back. */
  'return',
] as const
export type UpgradeWait = (typeof UPGRADE_WAITS)[number]

/** Why a step does not go on without a person. */
export const UPGRADE_PROBLEMS = [
  'no-tls-port',
  /** It is connected with TLS, and the profile is the one without. */
  'comes-with-tls',
  'tls-not-reachable',
  'refused',
  'unsupported',
  'no-answer',
  'not-possible',
  'root-not-listed',
  'no-address-key',
  'no-request',
  'request-rejected',
  'certificate-refused',
  'no-slot',
  'priority-unknown',
  /** It came back, but as before. */
  'came-back-old',
  /** It has gone and has not come back in the time that it may take. */
  'not-back',
  /** It took the command, and stays connected as before. */
  'not-gone',
] as const
export type UpgradeProblem = (typeof UPGRADE_PROBLEMS)[number]

/**
 * How an upgrade stands. `replaced`: the profile was set by hand, and that holds.
 */
export const UPGRADE_STATES = ['running', 'rolling-back', 'done', 'rolled-back', 'replaced'] as const
export type UpgradeState = (typeof UPGRADE_STATES)[number]

/** `by-hand`: a person said that it is done at the station. */
export const UPGRADE_STEP_STATES = ['todo', 'now', 'stuck', 'done', 'by-hand'] as const
export type UpgradeStepState = (typeof UPGRADE_STEP_STATES)[number]

/** Why a station is not led to another profile. */
export const UPGRADE_REFUSALS = [
  'under-way',
  'has-it',
  'not-admitted',
  'never-connected',
  'no-tls-port',
  'no-plain-port',
  /** It is connected with TLS, and the profile is the one without. */
  'comes-with-tls',
  'no-serial-number',
] as const
export type UpgradeRefusal = (typeof UPGRADE_REFUSALS)[number]

/** Network interfaces of a 2.x station; `Any` is a word of 2.1. */
export const NETWORK_INTERFACES = [
  'Wired0',
  'Wired1',
  'Wired2',
  'Wired3',
  'Wireless0',
  'Wireless1',
  'Wireless2',
  'Wireless3',
  'Any',
] as const
export type NetworkInterface = (typeof NETWORK_INTERFACES)[number]
