import { BACKUP_PASSPHRASE_MIN_LENGTH } from '@shared/contract/backup'

/** A passphrase as it is chosen: typed twice, because nobody sees it. */
export interface PassphrasePair {
  readonly passphrase: string
  readonly repeat: string
}

export const NO_PASSPHRASE: PassphrasePair = { passphrase: '', repeat: '' }

/** What is wrong with it; null when it can be used. */
export function passphraseProblem({ passphrase, repeat }: PassphrasePair): 'short' | 'different' | null {
  if (passphrase.length < BACKUP_PASSPHRASE_MIN_LENGTH) return 'short'
  return passphrase === repeat ? null : 'different'
}
