import type { ChargerEvent } from './chargerEvents'
import type { CallOutcome } from './link/callOutcome'

/** An event as a sentence for a terminal; null for those that only clutter it. */
export function eventSentence(event: ChargerEvent): string | null {
  switch (event.kind) {
    case 'connected':
      return `Connected, ${event.protocol || 'no subprotocol'}`
    case 'disconnected':
      return `Disconnected (${event.code}${event.reason ? `, ${event.reason}` : ''})`
    case 'refused':
      return `The server refused the connection: HTTP ${event.statusCode} ${event.body.trim()}`
    case 'unreachable':
      return `The server can't be reached: ${event.message}`
    case 'frame':
      return `${event.direction === 'in' ? '<' : '>'} ${event.text}`
    case 'booted':
      return `Boot ${event.status}, interval ${event.intervalSeconds} s`
    case 'ready':
      return 'Ready'
    case 'call-answered':
      return event.outcome.kind === 'answered' ? null : `${event.action}: ${outcomeWords(event.outcome)}`
    case 'answer-refused':
      return `The server could not take an answer: ${event.code} ${event.description}`
    case 'stray-answer':
      return `An answer to nothing: ${event.text}`
    case 'command-received':
      return `The server asks for ${event.action}`
    case 'command-answered':
      return null
    case 'violation':
      return `The server breaks the protocol, ${event.about}: ${event.problems.join('; ')}`
    case 'status':
      return `EVSE ${event.evseId} is ${event.status}`
    case 'session-started':
      return `EVSE ${event.session.evseId}: session of ${event.session.token.value} started`
    case 'session-updated':
      return `EVSE ${event.session.evseId}: ${kWh(event.session.energyWh)} kWh, ${event.session.powerW} W`
    case 'session-ended':
      return `EVSE ${event.session.evseId}: session ended (${event.reason}), ${kWh(event.session.energyWh)} kWh`
    case 'message-discarded':
      return `${event.action} was given up (${event.why})`
    case 'security':
      return `Security event ${event.type}`
    case 'certificate-requested':
      return `Certificate requested: ${event.status}`
    case 'certificate-installed':
      return 'Certificate installed'
    case 'certificate-refused':
      return `Certificate refused: ${event.why}`
    case 'resetting':
      return `Resetting (${event.type})`
    case 'firmware':
      return `Firmware: ${event.status}`
    case 'log-upload':
      return `Log: ${event.status}`
    case 'reservation':
      return `Reservation ${event.id} ${event.status}`
    case 'limit':
      return `EVSE ${event.evseId} may take ${Math.round(event.limitW)} W`
    case 'display':
      return `The display shows: ${event.texts.join(' | ') || 'nothing'}`
    case 'stopped':
      return 'Stopped'
  }
}

/** What became of a CALL, in a few words. */
export function outcomeWords(outcome: CallOutcome): string {
  switch (outcome.kind) {
    case 'answered':
      return 'answered'
    case 'error':
      return `${outcome.code} ${outcome.description}`
    case 'invalid':
      return `answered against the schema: ${outcome.problems.join('; ')}`
    case 'timeout':
      return 'no answer in time'
    case 'offline':
      return 'the link broke'
  }
}

/** Kilowatt-hours with two decimals. */
export function kWh(wattHours: number): string {
  return (wattHours / 1000).toFixed(2)
}
