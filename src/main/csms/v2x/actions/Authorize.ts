import type { AuthorizeRequest, AuthorizeResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { toIdTokenInfo } from '../authorization'

/** A driver presents an identification (C01). Always answered with a status (C01.FR.07). */
export default inbound<AuthorizeRequest, AuthorizeResponse>('Authorize', ({ station, domain }, { idToken }) => ({
  idTokenInfo: toIdTokenInfo(domain.cards.present(station.id, { value: idToken.idToken, type: idToken.type })),
}))
