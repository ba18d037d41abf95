import { randomUUID } from 'node:crypto'
import type { Work } from '../messages'
import { CARDS, cardNumber, serialNumberOf } from '../population'

/** Events of one session: it starts with a card, reports its meter, and ends. */
const EVENTS_A_SESSION = 60

/** The CALLs of one 2.0.1 charger, each different from all before; ids are as long as the UUIDs that chargers send. */
export function createCalls(work: Work, charger: number): () => string {
  const prefix = randomUUID().slice(0, 24)
  let count = 0
  const messageId = () => `${prefix}${String(++count).padStart(12, '0')}`
  if (work === 'authorize') {
    let card = charger * 37
    return () => {
      const token = cardNumber(card++ % CARDS)
      return `[2,"${messageId()}","Authorize",{"idToken":{"idToken":"${token}","type":"ISO14443"}}]`
    }
  }
  if (work === 'status') return () => statusCall(messageId(), count)
  let session = 0
  let seqNo = EVENTS_A_SESSION
  let transactionId = ''
  let energyWh = 1_000 * charger
  return () => {
    if (seqNo === EVENTS_A_SESSION) {
      seqNo = 0
      transactionId = randomUUID()
      session += 1
    }
    const phase = seqNo === 0 ? 'Started' : seqNo === EVENTS_A_SESSION - 1 ? 'Ended' : 'Updated'
    const timestamp = new Date().toISOString()
    energyWh += 180
    const payload = {
      eventType: phase,
      timestamp,
      triggerReason: phase === 'Started' ? 'Authorized' : phase === 'Ended' ? 'EVDeparted' : 'MeterValuePeriodic',
      seqNo,
      transactionInfo: {
        transactionId,
        chargingState: phase === 'Ended' ? 'Idle' : 'Charging',
        ...(phase === 'Ended' ? { stoppedReason: 'EVDisconnected' } : {}),
      },
      evse: { id: 1, connectorId: 1 },
      ...(phase === 'Started'
        ? { idToken: { idToken: cardNumber((charger + session) % CARDS), type: 'ISO14443' } }
        : {}),
      meterValue: [
        {
          timestamp,
          sampledValue: [
            { value: energyWh, measurand: 'Energy.Active.Import.Register', unitOfMeasure: { unit: 'Wh' } },
            { value: 10_800, measurand: 'Power.Active.Import', unitOfMeasure: { unit: 'W' } },
          ],
        },
      ],
    }
    seqNo += 1
    return JSON.stringify([2, messageId(), 'TransactionEvent', payload])
  }
}

/** A heartbeat, and every other time what the connector does. */
function statusCall(messageId: string, count: number): string {
  if (count % 2 === 0) return `[2,"${messageId}","Heartbeat",{}]`
  const timestamp = new Date().toISOString()
  const connectorStatus = count % 4 === 1 ? 'Occupied' : 'Available'
  return JSON.stringify([2, messageId, 'StatusNotification', { timestamp, connectorStatus, evseId: 1, connectorId: 1 }])
}

/** What a charger says when its connection is new after a power cut: who it is, and what its connector does. */
export function bootCalls(charger: number): readonly string[] {
  const boot = {
    reason: 'PowerUp',
    chargingStation: { model: 'Bench', vendorName: 'Load', serialNumber: serialNumberOf(charger) },
  }
  return [JSON.stringify([2, randomUUID(), 'BootNotification', boot]), statusCall(randomUUID(), 1)]
}
