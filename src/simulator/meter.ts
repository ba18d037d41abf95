/** What limits the charging of one vehicle. */
export interface MeterLimits {
  /** Full power, W. */
  readonly powerW: number
  readonly phases: 1 | 3
  /** What the vehicle takes before it is full, Wh. */
  readonly needWh: number
  /** Seconds from nothing to full power. */
  readonly rampSeconds: number
}

/** One EVSE's meter. The register only ever rises. */
export interface MeterState {
  /** Energy register since the charger was made, Wh. */
  readonly registerWh: number
  /** Taken by the vehicle that is plugged in now, Wh. */
  readonly sessionWh: number
  readonly powerW: number
}

/** What the meter shows. Voltage is per phase, current per phase. */
export interface MeterReading {
  readonly registerWh: number
  readonly sessionWh: number
  readonly powerW: number
  readonly voltageV: number
  readonly currentA: number
}

const NOMINAL_V = 230
/** Ohms between the grid and the charger: the voltage sags a little under load. */
const LINE_RESISTANCE = 0.08
/** From this share of the need on the vehicle takes less and less, as batteries do. */
const TAPER_FROM = 0.8
/** The least a tapering vehicle takes, as a share of full power. */
const TAPER_TO = 0.06
/** Longest step the model takes at once, seconds. */
const STEP_SECONDS = 1

export function newMeter(registerWh = 0): MeterState {
  return { registerWh, sessionWh: 0, powerW: 0 }
}

/** The meter when a vehicle has just been plugged in: the register stays. */
export function newVehicle(state: MeterState): MeterState {
  return { ...state, sessionWh: 0, powerW: 0 }
}

/** No power flows any more; what was taken stays. */
export function switchOff(state: MeterState): MeterState {
  return { ...state, powerW: 0 }
}

/** No more than this flows from now on. */
export function cap(state: MeterState, powerW: number): MeterState {
  return { ...state, powerW: Math.min(state.powerW, powerW) }
}

/** True when the vehicle has all it wants. */
export function isFull(state: MeterState, limits: MeterLimits): boolean {
  return state.sessionWh >= limits.needWh
}

/** The meter after `seconds` more of charging. Never gives more than the need, nor more than full power. */
export function advance(state: MeterState, seconds: number, limits: MeterLimits): MeterState {
  let { registerWh, sessionWh, powerW } = state
  let left = seconds
  while (left > 0) {
    const step = Math.min(left, STEP_SECONDS)
    left -= step
    const wanted = wantedPower(sessionWh, limits)
    const reach = limits.rampSeconds > 0 ? powerW + (limits.powerW / limits.rampSeconds) * step : limits.powerW
    powerW = Math.min(wanted, reach)
    const energy = Math.min((powerW * step) / 3600, Math.max(limits.needWh - sessionWh, 0))
    registerWh += energy
    sessionWh += energy
  }
  if (sessionWh >= limits.needWh) powerW = 0
  return { registerWh, sessionWh, powerW }
}

/** What a display would show: rounded so that no value has more than the six decimals OCPP allows. */
export function read(state: MeterState, phases: 1 | 3): MeterReading {
  const amps = state.powerW / (phases * NOMINAL_V)
  const voltageV = NOMINAL_V - amps * LINE_RESISTANCE
  return {
    registerWh: Math.round(state.registerWh),
    sessionWh: Math.round(state.sessionWh),
    powerW: Math.round(state.powerW),
    voltageV: oneDecimal(voltageV),
    currentA: oneDecimal(state.powerW / (phases * voltageV)),
  }
}

function wantedPower(sessionWh: number, limits: MeterLimits): number {
  if (sessionWh >= limits.needWh) return 0
  const share = sessionWh / limits.needWh
  if (share <= TAPER_FROM) return limits.powerW
  const along = (share - TAPER_FROM) / (1 - TAPER_FROM)
  return limits.powerW * (1 - along * (1 - TAPER_TO))
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10
}
