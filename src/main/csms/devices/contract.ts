import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CSR_MAX } from '../../devices/limits'

/** Longest text that a device says about itself. */
const FACT_MAX = 100

/** What every answer is wrapped in. */
const enveloped = <Response extends z.ZodType>(response: Response) =>
  z.object({ messageId: z.string().optional(), timestamp: z.string(), response })

/** What comes in is taken with an outer `body` around it and without. */
const bodied = <Body extends z.ZodType>(body: Body) => z.union([z.object({ body }), body])

const Headers = z.looseObject({
  /** `Bearer` and the token from the Devices page; left out by a device that shows its certificate. */
  authorization: z.string().optional(),
  'x-message-id': z.string().max(200).optional(),
})
const ClientHeaders = Headers.extend({ 'x-client-id': z.string() })

const Fact = z.string().max(FACT_MAX).default('')

const ClientBody = z.object({
  type: Fact,
  'service-code': Fact,
  'device-type': Fact,
  /** Whether a client that is registered already is a success. */
  allowExist: z.boolean().default(false),
})

const ClientAnswer = enveloped(z.object({ clientId: z.string(), state: z.string() }))

const Certificate = z.object({
  /** The certificate, and behind it the one of the authority that signed it. */
  certificatePem: z.string(),
  rootPem: z.string(),
  /** Topics that the client may read, and those that it may write. */
  subscriptions: z.array(z.string()),
  publications: z.array(z.string()),
})

const RetryAfter = z.object({ 'retry-after': z.string() })
const Waiting = z.object({ result: z.object({ status: z.literal('waiting') }) })

/** A certificate, or the word that the manager decides; the same call again then gives it. */
const certificateOr202 = <Now extends z.ZodType, Later extends z.ZodType>(now: Now, later: Later) =>
  z.union([
    z.object({ status: z.literal(200), body: now }),
    z.object({ status: z.literal(202), headers: RetryAfter, body: later }),
  ])

const Expiry = z.object({ expire: z.object({ unit: z.enum(['HOUR']), timer: z.number().int().min(1).max(87_600) }) })

const detailed = { inputStructure: 'detailed', outputStructure: 'detailed' } as const
const wrapped = { inputStructure: 'detailed' } as const
const Target = z.object({ id: z.string().min(1).max(64) })
const Nothing = enveloped(z.object({}))

/**
 * How devices enrol over HTTPS: the calls of ThinQ Connect's clients, and two of AWS IoT. Everything that one of these
 * clients sends and that has no meaning here (country, API key, service phase) is let pass.
 */
export const deviceContract = {
  route: oc
    .route({ method: 'GET', path: '/route', summary: 'Where the site is reached', ...wrapped })
    .input(z.object({ headers: Headers }))
    .output(enveloped(z.object({ apiServer: z.string(), mqttServer: z.string(), webSocketServer: z.string() }))),

  client: {
    register: oc
      .route({ method: 'POST', path: '/client', summary: 'Register this client', ...wrapped })
      .input(z.object({ headers: ClientHeaders, body: bodied(ClientBody).optional() }))
      .output(ClientAnswer),
    unregister: oc
      .route({
        method: 'DELETE',
        path: '/client',
        summary: 'Unregister this client: its certificates are revoked',
        ...wrapped,
      })
      .input(z.object({ headers: ClientHeaders, body: z.unknown().optional() }))
      .output(Nothing),
    certificate: oc
      .route({ method: 'POST', path: '/client/certificate', summary: 'Have a key certified (PKCS#10)', ...detailed })
      .input(
        z.object({
          headers: ClientHeaders,
          body: bodied(
            z.object({
              'service-code': Fact,
              /** PEM, or base64 of the DER alone. */
              csr: z.string().min(1).max(CSR_MAX),
            }),
          ),
        }),
      )
      .output(certificateOr202(enveloped(z.object({ result: Certificate })), enveloped(Waiting))),
  },

  push: {
    list: oc
      .route({ method: 'GET', path: '/push', summary: 'What this client is told of', ...wrapped })
      .input(z.object({ headers: ClientHeaders }))
      .output(enveloped(z.array(z.object({ deviceId: z.string() })))),
    registry: oc
      .route({
        method: 'POST',
        path: '/push/devices',
        summary: 'Be told of stations and devices that come and go',
        ...wrapped,
      })
      .input(z.object({ headers: ClientHeaders, body: z.unknown().optional() }))
      .output(Nothing),
    registryList: oc
      .route({
        method: 'GET',
        path: '/push/devices',
        summary: 'Whether this client is told of those that come and go: then it is in the list',
        ...wrapped,
      })
      .input(z.object({ headers: ClientHeaders }))
      .output(enveloped(z.array(z.object({ clientId: z.string() })))),
    registryEnd: oc
      .route({ method: 'DELETE', path: '/push/devices', ...wrapped })
      .input(z.object({ headers: ClientHeaders, body: z.unknown().optional() }))
      .output(Nothing),
    subscribe: oc
      .route({
        method: 'POST',
        path: '/push/{id}/subscribe',
        summary: 'Be told of what happens at a station',
        ...wrapped,
      })
      .input(z.object({ headers: ClientHeaders, params: Target, body: z.unknown().optional() }))
      .output(Nothing),
    unsubscribe: oc
      .route({ method: 'DELETE', path: '/push/{id}/unsubscribe', ...wrapped })
      .input(z.object({ headers: ClientHeaders, params: Target, body: z.unknown().optional() }))
      .output(Nothing),
    end: oc
      .route({ method: 'DELETE', path: '/push/{id}/subscribe', ...wrapped })
      .input(z.object({ headers: ClientHeaders, params: Target, body: z.unknown().optional() }))
      .output(Nothing),
  },

  event: {
    list: oc
      .route({ method: 'GET', path: '/event', summary: 'Whose state this client is told', ...wrapped })
      .input(z.object({ headers: ClientHeaders }))
      .output(enveloped(z.array(z.object({ deviceId: z.string() })))),
    subscribe: oc
      .route({
        method: 'POST',
        path: '/event/{id}/subscribe',
        summary: 'Be told the state of a station, for a time',
        ...wrapped,
      })
      .input(z.object({ headers: ClientHeaders, params: Target, body: bodied(Expiry).optional() }))
      .output(Nothing),
    unsubscribe: oc
      .route({ method: 'DELETE', path: '/event/{id}/unsubscribe', ...wrapped })
      .input(z.object({ headers: ClientHeaders, params: Target, body: z.unknown().optional() }))
      .output(Nothing),
    end: oc
      .route({ method: 'DELETE', path: '/event/{id}/subscribe', ...wrapped })
      .input(z.object({ headers: ClientHeaders, params: Target, body: z.unknown().optional() }))
      .output(Nothing),
  },

  aws: {
    /** CreateCertificateFromCsr of AWS fleet provisioning. */
    createCertificate: oc
      .route({
        method: 'POST',
        path: '/certificates',
        summary: 'Have a key certified, to be claimed by provisioning',
        ...detailed,
      })
      .input(
        z.object({
          headers: Headers.extend({ 'x-client-id': z.string().optional() }),
          body: z.object({ certificateSigningRequest: z.string().min(1).max(CSR_MAX) }),
        }),
      )
      .output(
        certificateOr202(
          z.object({ certificateId: z.string(), certificatePem: z.string(), certificateOwnershipToken: z.string() }),
          z.object({ status: z.literal('waiting') }),
        ),
      ),
    /** RegisterThing of AWS fleet provisioning. */
    provision: oc
      .route({
        method: 'POST',
        path: '/provisioning-templates/{name}/provision',
        summary: 'Claim a certificate and take a name',
        ...wrapped,
      })
      .input(
        z.object({
          headers: Headers,
          params: z.object({ name: z.string().max(FACT_MAX) }),
          body: z.object({
            certificateOwnershipToken: z.string().max(200),
            parameters: z.record(z.string().max(FACT_MAX), z.string().max(FACT_MAX)).default({}),
          }),
        }),
      )
      .output(z.object({ deviceConfiguration: z.record(z.string(), z.string()), thingName: z.string() })),
  },
}
