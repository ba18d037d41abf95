import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { CardName } from '../../authorization/localList'
import type { CommandPort } from '../../commandPort'
import { isOwnHash } from '../ownHash'
import { tellInParts } from '../parts'
import type { Handlers2x } from './commands'

/** Characters of one part of a customer's data (NotifyCustomerInformation.data holds 512). */
const PART = 512

/** The local list, the cache, and what is kept about a customer (C11, D01, D02, N09, N10). */
export function cardCommands(
  port: CommandPort,
): Handlers2x<'SendLocalList' | 'GetLocalListVersion' | 'ClearCache' | 'CustomerInformation'> {
  const { cache, list } = port.cards
  return {
    SendLocalList: ({ versionNumber, localAuthorizationList = [], updateType }) => {
      if (!port.variables.localListEnabled) return { payload: { status: 'Failed' } }
      const entries = localAuthorizationList.map(({ idToken, idTokenInfo }) => ({
        value: idToken.idToken,
        type: idToken.type,
        knowledge: idTokenInfo
          ? {
              status: idTokenInfo.status,
              group: idTokenInfo.groupIdToken?.idToken ?? null,
              expiresAt: idTokenInfo.cacheExpiryDateTime ? new Date(idTokenInfo.cacheExpiryDateTime) : null,
            }
          : null,
      }))
      return { payload: { status: list.update(versionNumber, updateType === 'Full', entries) } }
    },

    // D02: 0 when there is none or lists are off.
    GetLocalListVersion: () => ({
      payload: { versionNumber: port.variables.localListEnabled ? list.version : 0 },
    }),

    ClearCache: () => {
      // C11: a cache that is off has nothing to clear.
      if (!port.variables.cacheEnabled) return { payload: { status: 'Rejected' } }
      cache.clear()
      return { payload: { status: 'Accepted' } }
    },

    CustomerInformation: ({ requestId, report, clear, idToken, customerCertificate, customerIdentifier }) => {
      const card: CardName | null = idToken ? { value: idToken.idToken, type: idToken.type } : null
      // N10.FR.08: the customer is named in one way.
      const named = [idToken, customerCertificate, customerIdentifier].filter((one) => one !== undefined)
      if (named.length !== 1) return { payload: { status: 'Invalid' } }
      // N10.FR.07
      if (!report && !clear) return { payload: { status: 'Rejected' } }
      const data = card ? known(port, card) : certificateData(port, customerCertificate)
      // N10.FR.06: the local list is the server's alone.
      if (clear && card) cache.forget(card)
      const afterwards = () =>
        void tellInParts([...(report ? data : '')], PART, (part, seqNo, tbc) => {
          const payload: OCPP21.NotifyCustomerInformationRequest = {
            requestId,
            data: part.join(''),
            seqNo,
            tbc,
            generatedAt: port.now().toISOString(),
          }
          return port.tell('NotifyCustomerInformation', payload)
        })
      // A message comes even when all that happens is clearing (N10.FR.06).
      return { payload: { status: 'Accepted' }, afterwards }
    },
  }
}

function known(port: CommandPort, card: CardName): string {
  const lines = [
    ['local list', port.cards.list.find(card)],
    ['cache', port.cards.cache.find(card)],
  ] as const
  const held = lines.flatMap(([where, knowledge]) => (knowledge ? [`${where}: ${knowledge.status}`] : []))
  const charging = port.evses().flatMap(({ id, session }) => {
    const same = session?.token.value.toUpperCase() === card.value.toUpperCase()
    return session && same ? [`EVSE ${id}: session ${session.transactionId}, ${session.energyWh} Wh`] : []
  })
  return [...held, ...charging].join('\n')
}

function certificateData(port: CommandPort, hash: OCPP21.CertificateHashDataType | undefined): string {
  return hash && isOwnHash(port, hash) ? 'the certificate of this charger' : ''
}
