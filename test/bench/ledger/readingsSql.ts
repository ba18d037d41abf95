// Values come as floating point, times are whole.
const AT = 'CAST(meter_start_at + (meter_last_at - meter_start_at) * n / @last AS INTEGER)'
const ENERGY_WH = '(meter_start_wh + (meter_last_wh - meter_start_wh) * n / @last)'
const POWER_W = '((id * 7919 + n * 104729) % 11000)'
const SESSIONS = 'session CROSS JOIN temp.step WHERE id BETWEEN @from AND @to'

/** Readings of sessions `from` to `to`, `last` + 1 each, evenly from the first of the session to its last. */
export const READINGS = `INSERT INTO reading (session_id, at, energy_wh, power_w)
  SELECT id, ${AT}, ${ENERGY_WH}, ${POWER_W} FROM ${SESSIONS}`

const ISO = `strftime('%Y-%m-%dT%H:%M:%fZ', (${AT}) / 1000.0, 'unixepoch')`

/** A TransactionEvent as chargers send it, with energy and power. */
const FRAME = `printf('[2,"%08x-5f1e-4c1b-9d3a-%012x","TransactionEvent",{"eventType":"%s","timestamp":"%s",'
  || '"triggerReason":"MeterValuePeriodic","seqNo":%d,"transactionInfo":{"transactionId":"%s",'
  || '"chargingState":"Charging"},"evse":{"id":%d,"connectorId":1},"meterValue":[{"timestamp":"%s","sampledValue":['
  || '{"value":%.1f,"context":"Sample.Periodic","measurand":"Energy.Active.Import.Register","location":"Outlet",'
  || '"unitOfMeasure":{"unit":"Wh"}},{"value":%.1f,"context":"Sample.Periodic","measurand":"Power.Active.Import",'
  || '"location":"Outlet","unitOfMeasure":{"unit":"W"}}]}]}]', id, n,
  CASE n WHEN 0 THEN 'Started' WHEN @last THEN 'Ended' ELSE 'Updated' END, ${ISO}, n, transaction_id, evse_id, ${ISO},
  ${ENERGY_WH}, ${POWER_W})`

/** One message a reading, and which session each belongs to. */
export const RAW_EVENTS = {
  events: `INSERT INTO raw_event
    (station_id, protocol, action, received_at, content_key, transaction_id, seq_no, apart, frame, reply)
    SELECT station_id, 'ocpp2.0.1', 'TransactionEvent', ${AT} + 300,
      -- As long as a real one, and beginning with the time as that does.
      unhex(printf('%012x', ${AT}) || printf('%016x%016x', id * 7919 + n, id * 104729 + n)), transaction_id, n, 0, ${FRAME}, '{}'
    FROM ${SESSIONS} ORDER BY id, n`,
  // The events were put into an empty table in this order.
  ofSessions: `INSERT INTO session_event (session_id, raw_event_id)
    SELECT id, CAST((id - 1) * (@last + 1) + n + 1 AS INTEGER) FROM ${SESSIONS}`,
} as const
