import type { ClearCacheRequest, ClearCacheResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Empties the authorization cache (1.6 §5.4). */
export default outbound<ClearCacheRequest, ClearCacheResponse>('ClearCache', {
  note: 'Empties what the charge point remembers of presented cards.',
  answer: byStatus(),
  commands: { 'clear-cache': () => ({}) },
})
