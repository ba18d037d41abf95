import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '@shared/contract'

/** Everything the console can ask, typed; the same shape over every transport and in process. */
export type ConsoleClient = ContractRouterClient<Contract>
