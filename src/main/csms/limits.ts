/** Every limit of the charger side, by name. A site of fifty chargers never meets the defaults; a faulty one does. */
export interface CsmsLimits {
  /** Largest message in bytes, after inflating; a larger one ends the connection with close code 1009. */
  readonly maxFrameBytes: number
  /** Frames a second of one connection that are read; beyond it the socket is simply read more slowly. */
  readonly framesPerSecond: number
  /** Open connections of one network address; beyond it the upgrade is refused with 503. */
  readonly connectionsPerAddress: number
  /** Open connections in all. */
  readonly connections: number
  /** How long a caller may take to send its upgrade request, in milliseconds. */
  readonly handshakeMs: number
  /** CALLs of one connection that may wait for their answer before its socket is paused. */
  readonly queuedCalls: number
  /** Commands to one station that may wait for the one before; beyond it they are refused. */
  readonly queuedCommands: number
  /** Bytes that may wait for a station that sends and does not read; beyond it the connection is ended. */
  readonly unsentBytes: number
  /** How long a station may take to answer a CALL, in milliseconds (guidance of OCPP-J: 30 s). */
  readonly callTimeoutMs: number
  /** How often a silent connection is pinged, in milliseconds; one that does not answer is ended at the next turn. */
  readonly pingMs: number
  /** How long a station may take to answer a goodbye, in milliseconds; then its connection is ended. */
  readonly closeGraceMs: number
  /** Messages of fewer bytes are sent as they are, also where compression was agreed: it would not pay. */
  readonly compressedFromBytes: number
  /** Messages that are compressed or inflated at the same time, of all connections; the others wait for their turn. */
  readonly compressionsAtOnce: number
  /** Memory of one compression as zlib counts it, from 1 to 9: 2^(level + 9) bytes beside its window of 128 KiB. */
  readonly compressionMemLevel: number
}

export const CSMS_LIMITS: CsmsLimits = {
  maxFrameBytes: 512 * 1024,
  framesPerSecond: 200,
  connectionsPerAddress: 200,
  connections: 1_000,
  handshakeMs: 10_000,
  queuedCalls: 100,
  queuedCommands: 100,
  unsentBytes: 1024 * 1024,
  callTimeoutMs: 30_000,
  pingMs: 60_000,
  closeGraceMs: 1_000,
  compressedFromBytes: 1_024,
  compressionsAtOnce: 10,
  compressionMemLevel: 5,
}

/** Intervals a station is told, in seconds. */
export interface Intervals {
  /** Between heartbeats of an admitted station. One a day sets the clock; this also shows a dead one soon. */
  readonly heartbeat: number
  /** Between boots of a station that waits for its admission (B02.FR.03). */
  readonly bootRetry: number
}

export const INTERVALS: Intervals = { heartbeat: 300, bootRetry: 30 }
