import type { AFRRSignalRequest, AFRRSignalResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Passes a signal of the grid operator on (Q07): charging follows it within seconds, so it is no use later. */
export default outbound<AFRRSignalRequest, AFRRSignalResponse>('AFRRSignal', {
  note: 'Passes a signal of the grid operator on; written out by hand.',
  canWait: false,
  answer: byStatus(),
})
