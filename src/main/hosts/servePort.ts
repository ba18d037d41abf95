import type { SupportedMessagePort } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { Logger } from 'pino'
import type { ServiceContext } from '../service/context'
import type { SiteRouter } from '../siteRouter'
import { faultsOf } from './faults'
import { feedsOfSeat } from './feedsOfSeat'

/**
 * Serves the contract over message ports. The returned function takes one port; the caller starts it afterwards.
 * When the port closes, its calls are cancelled and its feeds end.
 */
export function portServer(router: SiteRouter, context: ServiceContext, log: Pick<Logger, 'error'>) {
  const handler = new RPCHandler<ServiceContext>(router, { clientInterceptors: [feedsOfSeat, faultsOf(log)] })
  return (port: SupportedMessagePort): void => handler.upgrade(port, { context })
}
