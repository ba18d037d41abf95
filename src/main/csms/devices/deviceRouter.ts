import { implement } from '@orpc/server'
import type { DeviceSite } from '../../devices/deviceSite'
import { whyNot } from '../../devices/provisioning'
import { REGISTRY, type SubscriptionKind } from '../../devices/subscriptions'
import type { DeviceRow } from '../../store/queries/devices'
import type { DeviceTokenRow } from '../../store/queries/tokens'
import { deviceContract } from './contract'
import { problem, problemOf } from './problem'

/** What a call brings along besides its input. */
export interface DeviceCall {
  readonly remoteAddress: string
  readonly authorization: string | undefined
  /** Of `x-message-id`, to be sent back. */
  readonly messageId: string | undefined
  /** The client whose certificate the caller showed in the handshake; null when it showed none that counts. */
  readonly shownClient: string | null
  /** `https://host:port` under which the caller reaches this port. */
  readonly origin: string
}

const HOUR_MS = 3_600_000

/** The calls of devices, answered by the site. */
export function createDeviceRouter(site: DeviceSite) {
  const { tokens, devices, enrolment, subscriptions, guesses, limits, clock } = site
  const os = implement(deviceContract).$context<DeviceCall>()

  const enveloped = <Response>({ messageId }: DeviceCall, response: Response) => ({
    ...(messageId === undefined ? {} : { messageId }),
    timestamp: new Date(clock()).toISOString(),
    response,
  })

  /** The token of a call; of a device that shows its certificate, the token that it registered with. */
  const tokenOf = ({ authorization, remoteAddress, shownClient }: DeviceCall, clientId?: string): DeviceTokenRow => {
    if (authorization === undefined && shownClient !== null && shownClient === clientId) {
      const token = site.tokenOfClient(shownClient)
      if (token) return token
    }
    const redeemed = tokens.redeem(authorization)
    if (redeemed.kind === 'token') return redeemed.token
    if (redeemed.kind === 'missing') throw problem('no-token')
    if (redeemed.kind === 'ended') throw problem('ended-token')
    guesses.wrong(remoteAddress)
    throw problem('wrong-token')
  }

  const ownDevice = (call: DeviceCall, clientId: string): { token: DeviceTokenRow; device: DeviceRow } => {
    const token = tokenOf(call, clientId)
    const found = devices.own(token, clientId)
    if (found.kind !== 'device') throw problem(found.kind, { clientId })
    devices.seen(clientId, call.remoteAddress)
    return { token, device: found.device }
  }

  const certified = async (call: DeviceCall, token: DeviceTokenRow, clientId: string, csr: string) => {
    const { remoteAddress } = call
    const byCertificate = call.authorization === undefined
    const outcome = await enrolment.certify(token, clientId, csr, { remoteAddress, byCertificate })
    if (outcome.kind === 'certificate') return outcome
    const why = whyNot(outcome, clientId)
    if (why) throw problemOf(why)
    return null
  }
  const retryAfter = { 'retry-after': String(limits.retryAfterS) }

  const subscribe = async (
    call: DeviceCall,
    clientId: string,
    kind: SubscriptionKind,
    target: string,
    ms: number | null,
  ) => {
    const { device } = ownDevice(call, clientId)
    const outcome = await subscriptions.subscribe(device, kind, target, ms)
    if (outcome !== 'subscribed') throw problem(outcome, { target })
    return enveloped(call, {})
  }
  const unsubscribe = async (call: DeviceCall, clientId: string, kind: SubscriptionKind, target: string) => {
    const { device } = ownDevice(call, clientId)
    if (!(await subscriptions.unsubscribe(device, kind, target))) throw problem('not-subscribed', { target })
    return enveloped(call, {})
  }
  const listed = (call: DeviceCall, clientId: string, kind: SubscriptionKind) => {
    const { device } = ownDevice(call, clientId)
    return enveloped(
      call,
      subscriptions
        .of(device, kind)
        .filter((target) => target !== REGISTRY)
        .map((deviceId) => ({ deviceId })),
    )
  }
  const idOf = (input: { readonly headers: { readonly 'x-client-id': string } }) => input.headers['x-client-id']

  return os.router({
    route: os.route.handler(({ context }) => {
      const { host, hostname, port } = new URL(context.origin)
      return enveloped(context, {
        apiServer: context.origin,
        // Always with its port: what goes without saying is another one for MQTT.
        mqttServer: `mqtts://${hostname}:${port || '443'}`,
        webSocketServer: `wss://${host}`,
      })
    }),

    client: {
      register: os.client.register.handler(async ({ input, context }) => {
        const clientId = idOf(input)
        const given = input.body
        const facts = given && ('body' in given ? given.body : given)
        const outcome = await devices.register(
          tokenOf(context),
          {
            clientId,
            type: facts?.type ?? '',
            serviceCode: facts?.['service-code'] ?? '',
            deviceType: facts?.['device-type'] ?? '',
            allowExist: facts?.allowExist ?? false,
          },
          context.remoteAddress,
        )
        if (!('device' in outcome)) throw problem(outcome.kind, { clientId, name: clientId })
        return enveloped(context, { clientId, state: outcome.device.state })
      }),
      unregister: os.client.unregister.handler(async ({ input, context }) => {
        const clientId = idOf(input)
        const outcome = await devices.unregister(tokenOf(context, clientId), clientId)
        if (outcome !== 'unregistered') throw problem(outcome, { clientId })
        return enveloped(context, {})
      }),
      certificate: os.client.certificate.handler(async ({ input, context }) => {
        const clientId = idOf(input)
        const { csr } = 'body' in input.body ? input.body.body : input.body
        const { token } = ownDevice(context, clientId)
        const outcome = await certified(context, token, clientId, csr)
        if (!outcome) {
          return { status: 202, headers: retryAfter, body: enveloped(context, { result: { status: 'waiting' } }) }
        }
        const { subscriptions: read, publications: write } = enrolment.granted(outcome.device)
        return {
          status: 200,
          body: enveloped(context, {
            result: {
              certificatePem: outcome.certificate.chain_pem,
              rootPem: site.rootPem(),
              subscriptions: [...read],
              publications: [...write],
            },
          }),
        }
      }),
    },

    push: {
      list: os.push.list.handler(({ input, context }) => listed(context, idOf(input), 'push')),
      registry: os.push.registry.handler(({ input, context }) =>
        subscribe(context, idOf(input), 'push', REGISTRY, null),
      ),
      registryList: os.push.registryList.handler(({ input, context }) => {
        const clientId = idOf(input)
        const { device } = ownDevice(context, clientId)
        return enveloped(context, subscriptions.of(device, 'push').includes(REGISTRY) ? [{ clientId }] : [])
      }),
      registryEnd: os.push.registryEnd.handler(({ input, context }) =>
        unsubscribe(context, idOf(input), 'push', REGISTRY),
      ),
      subscribe: os.push.subscribe.handler(({ input, context }) =>
        subscribe(context, idOf(input), 'push', input.params.id, null),
      ),
      unsubscribe: os.push.unsubscribe.handler(({ input, context }) =>
        unsubscribe(context, idOf(input), 'push', input.params.id),
      ),
      end: os.push.end.handler(({ input, context }) => unsubscribe(context, idOf(input), 'push', input.params.id)),
    },

    event: {
      list: os.event.list.handler(({ input, context }) => listed(context, idOf(input), 'event')),
      subscribe: os.event.subscribe.handler(({ input, context }) => {
        const given = input.body && ('body' in input.body ? input.body.body : input.body)
        const hours = given?.expire.timer ?? null
        return subscribe(context, idOf(input), 'event', input.params.id, hours === null ? null : hours * HOUR_MS)
      }),
      unsubscribe: os.event.unsubscribe.handler(({ input, context }) =>
        unsubscribe(context, idOf(input), 'event', input.params.id),
      ),
      end: os.event.end.handler(({ input, context }) => unsubscribe(context, idOf(input), 'event', input.params.id)),
    },

    aws: {
      createCertificate: os.aws.createCertificate.handler(async ({ input, context }) => {
        const token = tokenOf(context)
        const csr = input.body.certificateSigningRequest
        const from = { remoteAddress: context.remoteAddress, byCertificate: false }
        const made = await site.provisioning.create(token, csr, input.headers['x-client-id'] ?? null, from)
        if (made.kind === 'waits') return { status: 202, headers: retryAfter, body: { status: 'waiting' } }
        if (made.kind !== 'made') throw problemOf(made)
        return { status: 200, body: made.answer }
      }),
      provision: os.aws.provision.handler(async ({ input, context }) => {
        const { certificateOwnershipToken: claim, parameters } = input.body
        const { name } = input.params
        const wanted = parameters.ThingName ?? parameters.SerialNumber ?? null
        const outcome = await enrolment.provision(tokenOf(context), claim, name, wanted)
        if (outcome.kind !== 'provisioned') throw problem(outcome.kind, { name: outcome.name })
        return { deviceConfiguration: {}, thingName: outcome.clientId }
      }),
    },
  })
}
