import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { isClientId } from '../devices/clientId'
import { isFilter, isTopic } from '../devices/topics'
import { isPrintable } from '../printable'
import { REVOCATION_REASONS } from './certificates'
import { mayFailWith } from './errors'
import { feed, Id, Time } from './feed'
import { CertificateSummary } from './requests'
import { TokenEnded, TokenMade, TokenRef } from './tokens'

/**
 * How a device stands.
 * - `waiting`: registered, and has no certificate yet
 * - `active`: has had a certificate
 * - `revoked`: sent away by the manager, for good
 * - `gone`: has unregistered by itself; it may register again
 */
export const DEVICE_STATES = ['waiting', 'active', 'revoked', 'gone'] as const

/** Most filters of a policy in each direction, and most other client ids. */
export const POLICY_MAX = 50

const Filter = z.string().trim().refine(isFilter)

/** What a device may do beside its own topics; see DevicePolicy. */
export const Policy = z.object({
  clientIds: z.array(z.string().trim().refine(isClientId)).max(POLICY_MAX).default([]),
  read: z.array(Filter).max(POLICY_MAX).default([]),
  write: z.array(Filter).max(POLICY_MAX).default([]),
})

export const Device = z.object({
  id: Id,
  clientId: z.string(),
  label: z.string(),
  state: z.enum(DEVICE_STATES),
  /** As it named itself when it registered. */
  type: z.string(),
  serviceCode: z.string(),
  deviceType: z.string(),
  /** The token that it registered with. */
  token: z.object({ id: Id, name: z.string() }),
  /** Its newest certificate that was not revoked; null when it has none. */
  certificate: CertificateSummary.nullable(),
  /** Its newest request at the desk that waits for the manager. */
  requestId: Id.nullable(),
  createdAt: Time,
  /** When it was last connected or called; null when never. */
  lastSeenAt: Time.nullable(),
  connected: z.boolean(),
  /** That it published in the last minute. */
  messagesPerMinute: z.number().nonnegative(),
  policy: Policy,
})
export type Device = z.infer<typeof Device>

/** Whether what its devices ask to have certified is signed at once or waits at the request desk. */
export const SIGNINGS = ['at-once', 'desk'] as const

export const DeviceToken = z.object({
  id: Id,
  name: z.string(),
  signing: z.enum(SIGNINGS),
  /** How many devices may register with it; null for any number. */
  usesMax: z.number().int().nullable(),
  uses: z.number().int(),
  policy: Policy,
  madeAt: Time,
  madeBy: z.string(),
  /** Null when it has no end of its own. */
  endsAt: Time.nullable(),
  /** When the manager ended it. */
  endedAt: Time.nullable(),
  lastUsedAt: Time.nullable(),
})
export type DeviceToken = z.infer<typeof DeviceToken>

const Name = z.string().trim().min(1).max(60).refine(isPrintable)

export const DeviceTokenRequest = z.object({
  name: Name,
  signing: z.enum(SIGNINGS),
  usesMax: z.number().int().min(1).max(1_000).nullable(),
  endsAt: Time.nullable(),
  policy: Policy,
})
export type DeviceTokenRequest = z.infer<typeof DeviceTokenRequest>

/** Longest payload that a screen is shown of a message, in characters. */
export const SHOWN_PAYLOAD_MAX = 4_000

/** A message as the test client saw it. */
export const DeviceMessage = z.object({
  at: Time,
  topic: z.string(),
  /** As text; at most SHOWN_PAYLOAD_MAX characters of it. */
  payload: z.string(),
  /** Of the whole payload. */
  bytes: z.number().int(),
  retained: z.boolean(),
  /** How many before this one were left out because they came too fast to be shown. */
  leftOut: z.number().int(),
})
export type DeviceMessage = z.infer<typeof DeviceMessage>

/** Where devices reach this site, one URL for each address. */
export const DeviceEndpoints = z.object({
  api: z.array(z.string()),
  /** On the port of the chargers: asked for by ALPN. */
  mqtt: z.array(z.string()),
  /** On a port of its own, which needs no ALPN; empty where there is none. */
  mqttAlone: z.array(z.string()),
  rootPem: z.string(),
})

const DeviceRef = z.object({ deviceId: Id })

export const devices = {
  watch: oc.route({ method: 'GET', path: '/devices/watch' }).output(feed(Device)),

  /** Gives a device a name for people, or other rights; a connection that has others now begins anew. */
  update: oc
    .route({ method: 'PATCH', path: '/devices/{deviceId}' })
    .input(
      DeviceRef.extend({ label: z.string().trim().max(60).refine(isPrintable).optional(), policy: Policy.optional() }),
    )
    .output(Device)
    .errors(mayFailWith('UNKNOWN_DEVICE')),

  /** Revokes all certificates of a device and ends its connection; it can not register again. */
  revoke: oc
    .route({ method: 'POST', path: '/devices/{deviceId}/revoke' })
    .input(DeviceRef.extend({ reason: z.enum(REVOCATION_REASONS) }))
    .output(z.object({ kind: z.enum(['revoked', 'already-revoked']) }))
    .errors(mayFailWith('UNKNOWN_DEVICE')),

  /** Takes a device that is revoked or has unregistered off the list; its name is free, what it was certified stays known. */
  remove: oc
    .route({ method: 'DELETE', path: '/devices/{deviceId}' })
    .input(DeviceRef)
    .output(z.object({ kind: z.enum(['removed', 'in-service']) }))
    .errors(mayFailWith('UNKNOWN_DEVICE')),

  tokens: oc.route({ method: 'GET', path: '/devices/tokens' }).output(z.array(DeviceToken)),

  /** The text of the token is in this answer and nowhere else. */
  makeToken: oc
    .route({ method: 'POST', path: '/devices/tokens' })
    .input(DeviceTokenRequest)
    .output(TokenMade)
    .errors(mayFailWith('NOT_SET_UP')),

  /** Ends a token; the devices that came with it stay. */
  endToken: oc
    .route({ method: 'DELETE', path: '/devices/tokens/{tokenId}' })
    .input(TokenRef)
    .output(TokenEnded)
    .errors(mayFailWith('UNKNOWN_TOKEN')),

  endpoints: oc
    .route({ method: 'GET', path: '/devices/endpoints' })
    .output(DeviceEndpoints)
    .errors(mayFailWith('NOT_SET_UP')),

  /** What is published from now on, and what is retained, as a client with every right would see it. */
  listen: oc
    .route({ method: 'GET', path: '/devices/messages/watch' })
    .input(z.object({ filter: Filter }))
    .output(eventIterator(DeviceMessage)),

  publish: oc
    .route({ method: 'POST', path: '/devices/messages' })
    .input(
      z.object({
        topic: z.string().refine(isTopic),
        payload: z.string().max(64_000),
        retain: z.boolean().default(false),
      }),
    )
    .output(z.object({ kind: z.enum(['published', 'no-broker']) })),
}
