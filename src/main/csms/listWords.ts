import type { IdToken } from '@shared/ocpp/idToken'
import type { Protocol } from '@shared/ocpp/station'
import type { AllListWords, ListWords } from '../localLists/listWords'
import { toIdTokenInfo } from './v2x/authorization'
import { toIdToken } from './v2x/wire'
import { toIdTagInfo } from './v16/authorization'
import { fitsIdTag } from './v16/idTag'

const words16: ListWords = {
  entry: (card) =>
    fitsIdTag(card.token.value)
      ? { key: card.token.value, entry: { idTag: card.token.value, idTagInfo: toIdTagInfo(card) } }
      : null,
  removal: ({ value }) => (fitsIdTag(value) ? { key: value, entry: { idTag: value } } : null),
  taken(entry) {
    const { idTagInfo, ...named } = entry as { idTagInfo?: unknown }
    return named
  },
  message: (listVersion, isFull, entries) => ({
    listVersion,
    updateType: isFull ? 'Full' : 'Differential',
    ...(entries.length === 0 ? {} : { localAuthorizationList: entries }),
  }),
}

function words2x(protocol: Protocol): ListWords {
  const named = (token: IdToken) => {
    const idToken = toIdToken(token, protocol)
    return { key: `${idToken.type} ${idToken.idToken}`, idToken }
  }
  return {
    entry(card) {
      const { key, idToken } = named(card.token)
      return { key, entry: { idToken, idTokenInfo: toIdTokenInfo(card) } }
    },
    removal(token) {
      const { key, idToken } = named(token)
      return { key, entry: { idToken } }
    },
    taken(entry) {
      const { idTokenInfo, ...named } = entry as { idTokenInfo?: unknown }
      return named
    },
    message: (versionNumber, isFull, entries) => ({
      versionNumber,
      updateType: isFull ? 'Full' : 'Differential',
      ...(entries.length === 0 ? {} : { localAuthorizationList: entries }),
    }),
  }
}

/** The words of every version for local lists (1.6 §5.15, D01). */
export const LIST_WORDS: AllListWords = {
  'ocpp1.6': words16,
  'ocpp2.0.1': words2x('ocpp2.0.1'),
  'ocpp2.1': words2x('ocpp2.1'),
}
