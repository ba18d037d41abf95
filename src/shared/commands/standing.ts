/**
 * Where a command stands on its way.
 * - `waiting`: not sent yet; it waits for its turn, or for the station to come back
 * - `sent`: sent, no answer yet
 * - `accepted` / `refused`: the station's own answer (see its verdict)
 * - `failed`: the station answered with an error, or with something that can't be understood
 * - `unknown`: sent, and no answer came: it may have been done
 * - `expired`: the station did not come back in time; never sent
 * - `cancelled`: called back before it was sent
 * - `offline`: the station was not connected and it was not to wait; never sent
 */
export const COMMAND_STATES = [
  'waiting',
  'sent',
  'accepted',
  'refused',
  'failed',
  'unknown',
  'expired',
  'cancelled',
  'offline',
] as const
export type CommandState = (typeof COMMAND_STATES)[number]

/**
 * What the station's answer means. `scheduled`: it will do it later; `partly`: some of it; `unsupported`: it can't;
 * the status that it gave itself stands beside it.
 */
export const VERDICTS = ['accepted', 'scheduled', 'partly', 'refused', 'unsupported'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * What came of a command that takes time (a log upload, a firmware update, a report).
 * `silent`: nothing more was heard of it for long.
 */
export const OUTCOMES = ['running', 'succeeded', 'failed', 'silent'] as const
export type CommandOutcome = (typeof OUTCOMES)[number]

/**
 * Why a command can't be sent at all.
 * - `never-connected`: the station never was, so its OCPP version is not known
 * - `not-admitted`: the manager has not let it in, or has refused it
 * - `not-in-version`: its OCPP version can't say this
 * - `too-long`: its OCPP version has no room for so long a text or number
 * - `cannot-wait`: it was to wait, and this command may not
 * - `secret-cannot-wait`: it holds a password, which is never stored
 * - `session-over`: the session that it is about has ended
 * - `connector-wanted`: it is said connector by connector, and none of this station is known
 * - `unknown-card`, `unknown-session`, `unknown-firmware`: what it names is not there
 * - `card-refused`: the rules of the card that it names would refuse it there
 * - `no-file-address`: chargers can't reach this site's files
 * - `too-many-waiting`: too many commands wait for this station already
 */
export const NOT_POSSIBLE = [
  'never-connected',
  'not-admitted',
  'not-in-version',
  'too-long',
  'cannot-wait',
  'secret-cannot-wait',
  'session-over',
  'connector-wanted',
  'unknown-card',
  'unknown-session',
  'unknown-firmware',
  'card-refused',
  'no-file-address',
  'too-many-waiting',
] as const
export type NotPossible = (typeof NOT_POSSIBLE)[number]
