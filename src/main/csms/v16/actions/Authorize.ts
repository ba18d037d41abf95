import type { AuthorizeRequest, AuthorizeResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { inbound } from '../../action'
import { toIdTagInfo } from '../authorization'

/** A driver presents a card (1.6 §4.1). */
export default inbound<AuthorizeRequest, AuthorizeResponse>(
  'Authorize',
  ({ station, domain, receivedAt }, request) => ({
    idTagInfo: toIdTagInfo(domain.cards.present(station.id, { value: request.idTag, type: null }, receivedAt)),
  }),
  { note: 'Answered from the cards of the site; kept in the log of presented cards.' },
)
