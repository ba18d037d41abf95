import { AppError, reasonOf } from '@shared/errors'
import type { Phrase, Told } from '@shared/told'
import { phrase } from '../phrase'
import type { Manifest } from './manifest'
import type { IncomingCopy } from './updatePlace'

export type Refused = { readonly kind: 'refused'; readonly reason: Told }
export type TakeOutcome = { readonly kind: 'ready'; readonly manifest: Manifest; readonly signed: string } | Refused

export const refused = (reason: Told): Refused => ({ kind: 'refused', reason })

/**
 * Makes a copy that has come to its end the ready one, if it is what was signed; nothing is left of any other.
 * @throws AppError STORE_WRITE_FAILED
 */
export async function keepWhole(copy: IncomingCopy, manifest: Manifest, signed: string): Promise<TakeOutcome> {
  const { received } = copy
  if (received !== manifest.size) {
    await copy.discard()
    return refused(otherSize(received, manifest))
  }
  const isGood = await written(() => copy.keep())
  return isGood ? { kind: 'ready', manifest, signed } : refused(phrase('updates.refused.damaged'))
}

/** Why a file of `found` bytes is not the one that was signed. */
export function otherSize(found: number, { size }: Manifest): Phrase {
  return phrase('updates.refused.otherSize', { found, wanted: size })
}

/** Work on the disk of the data folder. @throws AppError STORE_WRITE_FAILED in place of what the disk says */
export async function written<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw new AppError('STORE_WRITE_FAILED', { reason: reasonOf(error) }, { cause: error })
  }
}
