import { ORPCError } from '@orpc/server'
import { type CallNeeds, needsOf, type Right, roleMay, scriptMay } from '@shared/contract/scopes'
import { AppError, type ErrorCode, fillSentence } from '@shared/errors'
import { automation as words } from '@shared/words/en/automation'
import type { ServiceContext } from './context'

/** A call as far as it matters who makes it. */
export interface GuardedCall {
  readonly context: ServiceContext
  readonly path: readonly string[]
  readonly method: string | undefined
}

const ONLY: Readonly<Record<Right, ErrorCode>> = {
  read: 'SIGN_IN_FIRST',
  operate: 'OPERATORS_ONLY',
  certify: 'OFFICERS_ONLY',
  admin: 'ADMINISTRATORS_ONLY',
}

/**
 * The one place that decides who may do what, for every call of every transport. @returns in whose name it is done
 * @throws AppError SIGN_IN_FIRST, OPERATORS_ONLY, OFFICERS_ONLY, ADMINISTRATORS_ONLY; ORPCError FORBIDDEN for scripts
 */
export function guardCall({ context, path, method }: GuardedCall): string {
  return guardNeeds(context, needsOf(path, method), method !== 'GET')
}

/**
 * The same for a call that takes more because of what is in it. @throws as `guardCall`
 * @param isByHand whether a person's hand is behind it, and not the screen alone
 */
export function guardNeeds({ actor, scope, seat }: ServiceContext, needs: CallNeeds, isByHand = true): string {
  if (scope !== undefined && !scriptMay(scope, needs)) throw forbiddenToScript(scope, needs)
  if (seat === undefined) return actor
  const who = seat.who()
  if (who.kind === 'everybody') return actor
  if (who.kind === 'nobody') {
    if (needs.right !== null) throw new AppError('SIGN_IN_FIRST')
    return actor
  }
  const { name, role } = who.operator
  if (!roleMay(role, needs)) throw new AppError(ONLY[needs.right ?? 'read'])
  // What only looks is done by the screen itself, also while nobody sits before it.
  if (isByHand) seat.seen()
  return name
}

function forbiddenToScript(has: string, { right, peopleOnly }: CallNeeds) {
  // Scripts have no scope of their own for what officers decide.
  const needs = right === 'certify' ? 'admin' : right
  const message = peopleOnly ? words.consoleOnly : fillSentence(words.scope, { has, needs: needs ?? 'read' })
  return new ORPCError('FORBIDDEN', { message })
}
