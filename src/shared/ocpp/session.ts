/** A session (the protocol's transaction) runs or has ended. */
export const SESSION_STATES = ['running', 'ended'] as const
export type SessionState = (typeof SESSION_STATES)[number]

/** What a session does right now, where the station says so (2.0.1 ChargingStateEnumType, in our spelling). */
export const CHARGING_STATES = [
  'idle',
  'connected',
  'charging',
  'suspended-by-vehicle',
  'suspended-by-station',
] as const
export type ChargingState = (typeof CHARGING_STATES)[number]

/**
 * Why a session can't be taken at face value. It is shown with its doubts and never guessed into shape.
 * - `no-start`: an update or end arrived for a transaction whose start never did
 * - `no-end-meter`: it ended without a final meter reading
 * - `conflict`: two different events claim the same place in its sequence
 * - `meter-went-back`: a later reading is lower than an earlier one
 */
export const SESSION_DOUBTS = ['no-start', 'no-end-meter', 'conflict', 'meter-went-back'] as const
export type SessionDoubt = (typeof SESSION_DOUBTS)[number]
