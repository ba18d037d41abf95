import { implement } from '@orpc/server'
import { contract } from '@shared/contract'
import type { ServiceContext } from './context'

/** The contract, to be implemented feature by feature: every file of this folder fills in its part of it. */
export const service = implement(contract).$context<ServiceContext>()
