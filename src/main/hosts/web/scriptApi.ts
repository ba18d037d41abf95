import type { IncomingMessage, ServerResponse } from 'node:http'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { BodyLimitPlugin } from '@orpc/server/node'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '@shared/contract'
import type { Logger } from 'pino'
import type { ServiceContext } from '../../service/context'
import type { SiteRouter } from '../../siteRouter'
import { faultsOf } from '../faults'
import type { WebLimits } from './limits'

/** Where the script interface lives on the host. */
const API_PREFIX = '/api'

/** The contract over HTTP. */
export interface ScriptApi {
  /** Answers a request below `/api`; false, and nothing is sent, when there is no call at its path. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** The OpenAPI 3.1 document of what `handle` answers. */
  document(): Promise<object>
}

export interface ScriptApiOptions {
  readonly router: SiteRouter
  readonly version: string
  readonly limits: WebLimits
  readonly log: Pick<Logger, 'error'>
}

/** Feeds come as server-sent events; numbers and booleans in a query string arrive as what they are. */
export function createScriptApi({ router, version, limits, log }: ScriptApiOptions): ScriptApi {
  const schemaConverters = [new ZodToJsonSchemaConverter()]
  const handler = new OpenAPIHandler<ServiceContext>(router, {
    clientInterceptors: [faultsOf(log)],
    plugins: [new SmartCoercionPlugin({ schemaConverters }), new BodyLimitPlugin({ maxBodySize: limits.messageBytes })],
  })
  let document: Promise<object> | undefined
  return {
    async handle(request, response) {
      const { matched } = await handler.handle(request, response, {
        prefix: API_PREFIX,
        context: { actor: 'script' },
      })
      return matched
    },
    document() {
      document ??= new OpenAPIGenerator({ schemaConverters }).generate(contract, {
        info: { title: 'Chargehand', version },
        servers: [{ url: API_PREFIX }],
        components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'chargehand-<port>' } } },
        security: [{ session: [] }],
      })
      return document
    },
  }
}
