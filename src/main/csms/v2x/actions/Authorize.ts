import type { AuthorizeRequest, AuthorizeResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { toTold } from '../../messages/notice'
import { toIdTokenInfo } from '../authorization'

/**
 * A driver presents an identification (C01). Always answered with a status (C01.FR.07). A contract certificate can't be
 * verified without the PKI that it comes from, and what can't be verified is refused (C07).
 */
export default inbound<AuthorizeRequest, AuthorizeResponse>(
  'Authorize',
  (incoming, { idToken, certificate, iso15118CertificateHashData }) => {
    const { station, domain, receivedAt } = incoming
    if (certificate === undefined && iso15118CertificateHashData === undefined) {
      const token = { value: idToken.idToken, type: idToken.type }
      return { idTokenInfo: toIdTokenInfo(domain.cards.present(station.id, token, receivedAt)) }
    }
    return domain.notices
      .keep(toTold(incoming, 'plug-and-charge'))
      .then(() => ({ idTokenInfo: { status: 'Invalid' }, certificateStatus: 'CertChainError' }))
  },
  {
    note: 'Answered from the cards of the site; kept in the log of presented cards. A contract certificate is refused: there is no contract PKI here.',
  },
)
