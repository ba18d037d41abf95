import { ORPCError } from '@orpc/client'
import { ERROR_STATUS, type ErrorCode, type ErrorData } from '@shared/errors'
import type { TFunction } from 'i18next'
import { LinkLostError } from '../link/linkLost'
import { tell } from './tell'

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERROR_STATUS, code)

const isErrorData = (data: unknown): data is ErrorData => typeof data === 'object' && data !== null

/** A failure in words, with the code behind it for whoever wants to look it up. */
export interface Explanation {
  readonly sentence: string
  readonly code: string | null
}

/** Puts a failed call into a sentence: what happened and what to do. Never shows text that came from outside. */
export function explainError(error: unknown, t: TFunction): Explanation {
  if (error instanceof LinkLostError) return { sentence: t('failure.linkLost', { ns: 'common' }), code: null }
  if (error instanceof ORPCError) {
    const { code } = error
    if (isErrorCode(code)) {
      const data = isErrorData(error.data) ? error.data : {}
      return { sentence: tell({ text: error.message, code: `errors.${code}`, data }, t), code }
    }
    if (code === 'BAD_REQUEST') return { sentence: t('failure.badInput', { ns: 'common' }), code }
    return { sentence: t('failure.internal', { ns: 'common' }), code }
  }
  return { sentence: t('failure.internal', { ns: 'common' }), code: null }
}
