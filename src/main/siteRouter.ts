import type { Router } from '@orpc/server'
import type { Contract } from '@shared/contract'
import type { ServiceContext } from './service/context'

/** The contract, implemented: what every transport serves. */
export type SiteRouter = Router<Contract, ServiceContext>
