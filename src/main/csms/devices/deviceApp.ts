import { X509Certificate } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { ORPCError } from '@orpc/server'
import { BodyLimitPlugin } from '@orpc/server/node'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { PushMessage } from '@shared/devices/pushMessage'
import { AppError } from '@shared/errors'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { DeviceSite } from '../../devices/deviceSite'
import { clientCertificate } from '../listener/clientCertificate'
import { originOf } from '../listener/origin'
import { plainAddress } from '../listener/port'
import { createCallRate } from './callRate'
import { deviceContract } from './contract'
import { createDeviceRouter, type DeviceCall } from './deviceRouter'
import { errorAnswer, isProblem, problem } from './problem'

export interface DeviceAppOptions {
  readonly site: DeviceSite
  readonly version: string
  readonly log: Pick<Logger, 'error'>
}

const ROOT_PEM = '/ca/root.pem'
const ROOT_DER = '/ca/root.crt'
const DOCUMENT = '/devices/openapi.json'
/** What is pushed over MQTT, as a JSON schema. */
const PUSH_SCHEMA = '/devices/push.schema.json'
/** What is for everybody, without a token. */
const PUBLISHED: ReadonlySet<string> = new Set([ROOT_PEM, ROOT_DER, DOCUMENT, PUSH_SCHEMA])

/**
 * How devices enrol, on the port of the chargers, over TLS only: whoever reads a token on its way has it. The root can be
 * had without, and over plain HTTP as well.
 */
export function createDeviceApp({ site, version, log }: DeviceAppOptions) {
  const { limits, clock, guesses } = site
  const schemaConverters = [new ZodToJsonSchemaConverter()]
  const handler = new OpenAPIHandler<DeviceCall>(createDeviceRouter(site), {
    plugins: [new SmartCoercionPlugin({ schemaConverters }), new BodyLimitPlugin({ maxBodySize: limits.bodyBytes })],
    // Some are of the codec, before a call is made of it.
    customErrorResponseBodyEncoder: (error) =>
      errorAnswer(isProblem(error.code) ? error : misfit(error), clock(), messageIdOf(error)).body,
    clientInterceptors: [
      async ({ next, path, context }) => {
        try {
          return await next()
        } catch (error) {
          const { code, status, message } = told(error, path)
          throw new ORPCError(code, { status, message, data: { messageId: context.messageId } })
        }
      },
    ],
  })
  const misfit = (error: ORPCError<string, unknown>) =>
    error.code === 'PAYLOAD_TOO_LARGE'
      ? problem('too-large', { bytes: limits.bodyBytes })
      : problem('bad-call', { problem: issuesOf(error) })
  const told = (error: unknown, path: readonly string[]): ORPCError<string, unknown> => {
    if (error instanceof ORPCError && isProblem(error.code)) return error
    if (error instanceof ORPCError && error.status < 500) return misfit(error)
    if (error instanceof AppError && error.code === 'NOT_SET_UP') return problem('not-set-up')
    log.error({ error, call: path.join('.') }, 'call of a device failed')
    return problem('failed')
  }
  const rate = createCallRate(clock, { calls: limits.callsPerAddress, windowMs: limits.callsMs })
  let underWay = 0
  let document: Promise<object> | undefined
  let pushSchema: string | undefined

  const send = (response: ServerResponse, status: number, type: string, body: string | Buffer) => {
    response.writeHead(status, {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    response.end(body)
  }
  const refuse = (response: ServerResponse, error: ReturnType<typeof problem>, waitMs = 0) => {
    if (waitMs > 0) response.setHeader('retry-after', String(Math.ceil(waitMs / 1_000)))
    const { status, body } = errorAnswer(error, clock(), messageIdIn(response.req))
    // What is still on its way of the call is not read.
    response.setHeader('connection', 'close')
    send(response, status, 'application/json', JSON.stringify(body))
  }

  const publish = async (path: string, response: ServerResponse): Promise<void> => {
    if (path === ROOT_PEM) send(response, 200, 'application/x-pem-file', site.rootPem())
    else if (path === ROOT_DER) send(response, 200, 'application/pkix-cert', new X509Certificate(site.rootPem()).raw)
    else if (path === DOCUMENT) {
      document ??= new OpenAPIGenerator({ schemaConverters }).generate(deviceContract, {
        info: { title: 'Chargehand for devices', version },
        servers: [{ url: '/' }],
        components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
        security: [{ token: [] }],
        customErrorResponseBodySchema: () => ERROR_SCHEMA,
      })
      send(response, 200, 'application/json', JSON.stringify(await document))
    } else {
      // As who reads it is to check: further fields may come.
      pushSchema ??= JSON.stringify(z.toJSONSchema(PushMessage, { io: 'input' }))
      send(response, 200, 'application/schema+json', pushSchema)
    }
  }

  const callOf = (request: IncomingMessage, remoteAddress: string): DeviceCall => {
    const { authorization, host } = request.headers
    const { localAddress, localPort } = request.socket
    const admission = site.access.admit(clientCertificate(request.socket))
    return {
      remoteAddress,
      authorization,
      messageId: messageIdIn(request),
      shownClient: admission.kind === 'client' ? admission.clientId : null,
      origin: originOf({ scheme: 'https', host, localAddress, localPort }),
    }
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const remoteAddress = plainAddress(request.socket.remoteAddress)
    const path = pathOf(request)
    const isForAll = request.method === 'GET' && PUBLISHED.has(path)
    // What is for everybody tells a guesser nothing, and others behind the same address need it.
    const blockedMs = isForAll ? 0 : guesses.blockedFor(remoteAddress)
    if (blockedMs > 0) return refuse(response, problem('guessing'), blockedMs)
    const waitMs = rate.count(remoteAddress)
    if (waitMs > 0) return refuse(response, problem('too-many-calls'), waitMs)
    if (isForAll) return publish(path, response)
    if (!('encrypted' in request.socket)) return refuse(response, problem('not-secure'))
    const call = callOf(request, remoteAddress)
    // Who shows nothing that counts takes no place from those who do: a body may come slowly.
    if (request.method !== 'GET') {
      const { kind } = site.tokens.redeem(call.authorization)
      if (kind === 'missing' && call.shownClient === null) return refuse(response, problem('no-token'))
      if (kind === 'wrong') {
        guesses.wrong(remoteAddress)
        return refuse(response, problem('wrong-token'))
      }
    }
    if (underWay >= limits.callsAtOnce) return refuse(response, problem('busy'), limits.retryAfterS * 1_000)
    underWay += 1
    // The port itself has no limit for the rest of a request: logs of chargers may come slowly.
    const timer = setTimeout(() => request.destroy(), limits.callMs)
    try {
      const { matched } = await handler.handle(request, response, { context: call })
      if (!matched) refuse(response, problem('not-found'))
    } finally {
      clearTimeout(timer)
      underWay -= 1
    }
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error) => {
      const isNotSetUp = error instanceof AppError && error.code === 'NOT_SET_UP'
      if (!isNotSetUp) log.error({ error }, 'call of a device failed')
      if (response.headersSent) response.destroy()
      else refuse(response, problem(isNotSetUp ? 'not-set-up' : 'failed'))
    })
  }
}

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? ''
}

/** Of `x-message-id`, as it is sent back. */
function messageIdIn({ headers }: IncomingMessage): string | undefined {
  const given = headers['x-message-id']
  return typeof given === 'string' ? given.slice(0, 200) : undefined
}

/** The message id of the call that an error answers; one that could not even be read as a call has none. */
function messageIdOf({ data }: ORPCError<string, unknown>): string | undefined {
  const has = typeof data === 'object' && data !== null && 'messageId' in data && typeof data.messageId === 'string'
  return has ? String(data.messageId) : undefined
}

/** What was wrong with the input of a call, in a few words. */
function issuesOf(error: ORPCError<string, unknown>): string {
  const { data } = error
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues))
    return error.message
  return data.issues
    .slice(0, 3)
    .map(({ path, message }: { path?: readonly unknown[]; message: string }) => `${(path ?? []).join('.')}: ${message}`)
    .join('; ')
}

const ERROR_SCHEMA = {
  type: 'object' as const,
  properties: {
    messageId: { type: 'string' as const },
    timestamp: { type: 'string' as const },
    error: {
      type: 'object' as const,
      properties: { code: { type: 'string' as const }, message: { type: 'string' as const } },
      required: ['code', 'message'],
    },
  },
  required: ['error'],
}
