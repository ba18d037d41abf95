import type { ClearCacheRequest, ClearCacheResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Empties the authorization cache (C11). */
export default outbound<ClearCacheRequest, ClearCacheResponse>('ClearCache', {
  note: 'Empties what the station remembers of presented cards.',
  answer: byStatus(),
  commands: { 'clear-cache': () => ({}) },
})
