import { setImmediate } from 'node:timers/promises'
import type { IdToken } from '@shared/ocpp/idToken'
import { ChargerCore } from './chargerCore'
import type { ChargerEvent, SessionView } from './chargerEvents'
import type { CardOutcome } from './driver'
import type { EventHub } from './eventHub'
import { connectorStatus, type FaultCode } from './evse'
import type { ChargerFaults } from './faults/faults'
import type { CallOutcome } from './link/callOutcome'
import type { NoticeOutcome } from './notices'
import type { ChargerOptions, Settings } from './options'
import type { Delivery } from './outbox'
import type { PastSession } from './pastSession'
import type { Installed, RequestOutcome } from './pki/enrolment'
import type { RegistrationStatus } from './registration'
import type { StopReason } from './session'

/** Ids of the profiles for limits from elsewhere begin here. */
const EXTERNAL_PROFILE = 1_000_000

/** What is plugged, charging and told at one EVSE. */
export interface EvseView {
  readonly id: number
  readonly status: string
  readonly plugged: boolean
  readonly registerWh: number
  /** What may flow now, W. */
  readonly limitW: number
  /** The reservation that holds it; null: none. */
  readonly reservation: number | null
  readonly session: SessionView | null
}

/** A virtual charger. One object is one station; it may be started and stopped again and again. */
export class Charger {
  readonly #core: ChargerCore

  constructor(options: ChargerOptions) {
    this.#core = new ChargerCore(options)
  }

  get settings(): Settings {
    return this.#core.settings
  }

  /** Misbehaviour on command; may be changed at any time. */
  get faults(): ChargerFaults {
    return this.#core.faults
  }

  /** What the server last said to a boot. */
  get registration(): RegistrationStatus {
    return this.#core.registration.status
  }

  get connected(): boolean {
    return this.#core.link.isOpen
  }

  /** The installed certificate with its private key; null when none came yet. */
  get certificate(): Installed | null {
    return this.#core.enrolment.installed
  }

  /** Messages that wait to be delivered. */
  get queued(): number {
    return this.#core.outbox.length
  }

  get organisation(): string {
    return this.#core.variables.organisation
  }

  get evses(): readonly EvseView[] {
    return this.#core.evses.map((evse) => ({
      id: evse.id,
      status: connectorStatus(evse),
      plugged: evse.plugged,
      registerWh: this.#core.sessions.reading(evse).registerWh,
      limitW: this.#core.equipment.profiles.limitW(evse.id, this.#core.environment.now()),
      reservation: evse.reservation,
      session: evse.session ? this.#core.sessions.view(evse, evse.session) : null,
    }))
  }

  /** The firmware that runs; an update changes it. */
  get firmware(): string {
    return this.#core.variables.firmware
  }

  /** Cards it knows by itself: the version and size of the local list, and how many are in the cache. */
  get knownCards(): { readonly listVersion: number; readonly listed: number; readonly cached: number } {
    const { cache, list } = this.#core.equipment.cards
    return { listVersion: list.version, listed: list.entries.length, cached: cache.size }
  }

  /** The actions that a charger of this version can send. */
  get messages(): readonly string[] {
    return this.#core.notices.actions
  }

  /** The newest events, oldest first, up to `historyLimit`. */
  get history(): readonly ChargerEvent[] {
    return this.#core.hub.history
  }

  readonly on: EventHub['on'] = (listener) => this.#core.hub.on(listener)
  readonly waitFor: EventHub['waitFor'] = (kind, test, options) => this.#core.hub.waitFor(kind, test, options)

  /** Switches it on: connects, boots, and keeps coming back until `stop`. */
  start(): void {
    this.#core.link.start()
  }

  /**
   * Switches it off: socket closed, every timer cleared. Running sessions end for loss of power; like all that waits
   * in the queue that is told after the next `start`.
   */
  async stop(): Promise<void> {
    await this.#core.switchOff()
  }

  /** The network cable is pulled: the socket is destroyed, and no new one is tried until `restoreLink`. */
  dropLink(): void {
    this.#core.link.drop()
  }

  restoreLink(): void {
    this.#core.link.restore()
  }

  /**
   * Presents a card. When nothing runs: asks the server, plugs in if need be and starts. When the card (or another of
   * its group) holds the running session: stops it, and takes the cable along if it came with the card.
   */
  async presentCard(evseId: number, token: IdToken): Promise<CardOutcome> {
    const evse = this.#core.evse(evseId)
    return evse ? this.#core.driver.present(evse, token) : { outcome: 'not-possible', why: 'no-such-evse' }
  }

  /** Puts the cable in. It then stays until `unplug`, also when a session ends. */
  plugIn(evseId: number): void {
    const evse = this.#core.evse(evseId)
    if (evse && !evse.plugged) this.#core.plug(evse)
  }

  /** Takes the cable out; a running session ends (EVDisconnected). */
  unplug(evseId: number): void {
    const evse = this.#core.evse(evseId)
    if (evse) this.#core.unplug(evse)
  }

  /** Ends the session. Null when none runs, or when it is queued since there is no link. */
  async stopSession(evseId: number, reason: StopReason = 'local'): Promise<Delivery | null> {
    const evse = this.#core.evse(evseId)
    const delivery = evse ? this.#core.sessions.end(evse, reason) : null
    return delivery ? this.#core.unlessLost(delivery) : null
  }

  /** Tells of a session that ran there while there was no link. Resolves when all of it is told. */
  async tellPastSession(evseId: number, past: PastSession): Promise<void> {
    const evse = this.#core.evse(evseId)
    if (evse && !evse.session) await this.#core.unlessLost(this.#core.sessions.tellPast(evse, past))
  }

  /** The vehicle (or the charger) makes a pause. */
  pauseCharging(evseId: number, by: 'vehicle' | 'charger' = 'vehicle'): void {
    const evse = this.#core.evse(evseId)
    if (evse) this.#core.sessions.setState(evse, by === 'vehicle' ? 'SuspendedEV' : 'SuspendedEVSE')
  }

  resumeCharging(evseId: number): void {
    const evse = this.#core.evse(evseId)
    if (evse) this.#core.sessions.setState(evse, 'Charging')
  }

  /** Reads and sends the meter of a running session now, without waiting for the interval. */
  sendMeterValues(evseId: number): void {
    const evse = this.#core.evse(evseId)
    if (evse) this.#core.sessions.meter(evse, 'interval')
  }

  /** The connector breaks; a running session ends. */
  fault(evseId: number, code: FaultCode = 'InternalError'): void {
    const evse = this.#core.evse(evseId)
    if (!evse) return
    evse.fault = code
    this.#core.equipment.reservations.void(evse)
    void this.#core.sessions.end(evse, 'fault')
    this.#core.board.changed(evse)
  }

  clearFault(evseId: number): void {
    const evse = this.#core.evse(evseId)
    if (!evse) return
    evse.fault = null
    this.#core.board.changed(evse)
  }

  /** Makes a key pair and sends its request, whatever the server said to the boot. */
  requestCertificate(): Promise<RequestOutcome> {
    return this.#core.enrolment.request()
  }

  /** Queued until it is delivered (A04.FR.02). Null: there is no link now, it will be told later. */
  sendSecurityEvent(type: string, techInfo: string | null = null): Promise<Delivery | null> {
    return this.#core.securityEvent(type, techInfo)
  }

  /**
   * Sends any message of `messages` with an honest content; what `parts` names is put in its place, undefined left out.
   * Throws when the result does not fit the official schema; a message that is to be wrong goes out with `call`.
   */
  notify(action: string, parts: object = {}): Promise<NoticeOutcome> {
    return this.#core.notices.send(action, parts)
  }

  /**
   * Somebody else than the server limits the charging (an energy manager, the grid operator): less flows, and 2.x tells
   * (K12, K13). Null lifts the limit. EVSE 0 is the whole charger.
   */
  async limitFromOutside(evseId: number, limitW: number | null): Promise<CallOutcome | null> {
    const { call, dialect, environment, equipment } = this.#core
    const id = EXTERNAL_PROFILE + evseId
    const chargingSchedule = [
      { id, chargingRateUnit: 'W' as const, chargingSchedulePeriod: [{ startPeriod: 0, limit: limitW ?? 0 }] },
    ]
    if (limitW === null) equipment.profiles.clear({ id })
    else {
      equipment.profiles.impose(evseId, {
        id,
        stackLevel: 0,
        chargingProfilePurpose: 'ChargingStationExternalConstraints',
        chargingProfileKind: 'Absolute',
        validFrom: environment.now().toISOString(),
        chargingSchedule,
      })
    }
    // 1.6 has no message for it.
    if (dialect.protocol === 'ocpp1.6') return null
    if (limitW === null) return call('ClearedChargingLimit', { chargingLimitSource: 'EMS', evseId })
    return call('NotifyChargingLimit', { evseId, chargingLimit: { chargingLimitSource: 'EMS' }, chargingSchedule })
  }

  /** The meter is exchanged, or has lost its count: from now on it shows this, Wh. */
  setMeter(evseId: number, registerWh: number): void {
    const evse = this.#core.evse(evseId)
    if (!evse) return
    this.#core.sessions.settleMeters([evse])
    evse.meter = { ...evse.meter, registerWh }
  }

  heartbeat(): Promise<CallOutcome> {
    return this.#core.heartbeat()
  }

  /** Any CALL as it is: not checked here, in turn with the charger's own, also before the boot is accepted. */
  readonly call = (action: string, payload: object): Promise<CallOutcome> => this.#core.call(action, payload)

  /** Any text as a frame, out of turn. Answers to it come as `stray-answer`. False when there is no link. */
  sendText(text: string): boolean {
    return this.#core.link.sendText(text)
  }

  /** Resolves when everything that can be told has been told and answered; also when the link is gone. */
  async whenQuiet(): Promise<void> {
    while (this.#core.link.isOpen && (this.#core.link.pending > 0 || this.#core.outbox.length > 0)) {
      await this.waitFor('call-answered', undefined, { timeoutSeconds: Infinity })
      // What follows from an answer is put in line in the same turn of the event loop.
      await setImmediate()
    }
  }
}

/** Makes a virtual charger; nothing happens before `start`. */
export function createCharger(options: ChargerOptions): Charger {
  return new Charger(options)
}
