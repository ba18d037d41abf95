import type { IdToken } from '@shared/ocpp/idToken'

/** A token without a kind (from a 1.6 world) is taken for a card. */
export function wireToken(token: IdToken): { idToken: string; type: NonNullable<IdToken['type']> } {
  return { idToken: token.value, type: token.type ?? 'ISO14443' }
}
