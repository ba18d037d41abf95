import type { ReaderState } from '@shared/contract/readers'

/** Whether the part of this computer that reads cards does not work, so that nobody can tell if a reader is there. */
export function isTroubled({ kind }: ReaderState): boolean {
  return kind === 'no-service' || kind === 'not-answering' || kind === 'ended'
}
