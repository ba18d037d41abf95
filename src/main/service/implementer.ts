import { implement } from '@orpc/server'
import { contract } from '@shared/contract'
import type { ServiceContext } from './context'
import { guardCall } from './guard'

/**
 * The contract, to be implemented feature by feature: every file of this folder fills in its part of it. Whoever may not
 * do a call is refused before its input is looked at, on whichever way it came.
 */
export const service = implement(contract)
  .$context<ServiceContext>()
  .use(({ context, path, procedure, next }) =>
    next({ context: { actor: guardCall({ context, path, method: procedure['~orpc'].route.method }) } }),
  )
