import { secretProblem } from '@shared/contract/operatorSecret'

/** A PIN or password as it is chosen: typed twice, because nobody sees it. */
export interface SecretPair {
  readonly secret: string
  readonly repeat: string
}

export const NO_SECRET: SecretPair = { secret: '', repeat: '' }

/** What is wrong with it; null when it can be used. */
export function pairProblem({ secret, repeat }: SecretPair) {
  return secretProblem(secret) ?? (secret === repeat ? null : 'different')
}
