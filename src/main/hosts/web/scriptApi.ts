import type { IncomingMessage, ServerResponse } from 'node:http'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { ORPCError } from '@orpc/server'
import { BodyLimitPlugin } from '@orpc/server/node'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '@shared/contract'
import type { Logger } from 'pino'
import type { ServiceContext } from '../../service/context'
import type { SiteRouter } from '../../siteRouter'
import { faultsOf } from '../faults'
import { feedsOfSeat } from '../feedsOfSeat'
import type { WebLimits } from './limits'

/** Where the script interface lives on the host. */
const API_PREFIX = '/api'

/** The contract over HTTP. */
export interface ScriptApi {
  /** Answers a request below `/api`; false, and nothing is sent, when there is no call at its path. */
  handle(request: IncomingMessage, response: ServerResponse, context: ServiceContext): Promise<boolean>
  /** The OpenAPI 3.1 document of what `handle` answers. */
  document(): Promise<object>
}

/** A call that was answered. */
export interface AnsweredCall {
  readonly context: ServiceContext
  readonly path: readonly string[]
  readonly method: string | undefined
  /** `done`, or the code of its error. */
  readonly outcome: string
}

/** How callers prove who they are, as the document tells it. */
const SECURITY = {
  session: { type: 'apiKey', in: 'cookie', name: 'chargehand-<port>' },
  token: { type: 'http', scheme: 'bearer' },
} as const

export interface ScriptApiOptions {
  readonly router: SiteRouter
  readonly version: string
  readonly limits: Pick<WebLimits, 'messageBytes'>
  readonly log: Pick<Logger, 'error'>
  readonly security: keyof typeof SECURITY
  /** Told of every call; of a feed when it begins. */
  readonly onAnswered?: (call: AnsweredCall) => void
}

/** Feeds come as server-sent events; numbers and booleans in a query string arrive as what they are. */
export function createScriptApi(options: ScriptApiOptions): ScriptApi {
  const { router, version, limits, log, security, onAnswered } = options
  const schemaConverters = [new ZodToJsonSchemaConverter()]
  const handler = new OpenAPIHandler<ServiceContext>(router, {
    clientInterceptors: [
      async (call) => {
        const { context, path, procedure } = call
        const { method } = procedure['~orpc'].route
        const tell = (outcome: string) => onAnswered?.({ context, path, method, outcome })
        try {
          const output = await call.next()
          tell('done')
          return output
        } catch (error) {
          tell(error instanceof ORPCError ? error.code : 'INTERNAL')
          throw error
        }
      },
      feedsOfSeat,
      faultsOf(log),
    ],
    plugins: [new SmartCoercionPlugin({ schemaConverters }), new BodyLimitPlugin({ maxBodySize: limits.messageBytes })],
  })
  let document: Promise<object> | undefined
  return {
    async handle(request, response, context) {
      const { matched } = await handler.handle(request, response, { prefix: API_PREFIX, context })
      return matched
    },
    document() {
      document ??= new OpenAPIGenerator({ schemaConverters }).generate(contract, {
        info: { title: 'Chargehand', version },
        servers: [{ url: API_PREFIX }],
        components: { securitySchemes: { [security]: SECURITY[security] } },
        security: [{ [security]: [] }],
      })
      return document
    },
  }
}
