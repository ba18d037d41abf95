import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isPrintable } from '../printable'
import { Told } from '../told'
import { mayFailWith } from './errors'
import { Id, latest, Time } from './feed'
import { TokenEnded, TokenMade, TokenRef } from './tokens'

/** What a script may do: `read` looks, `operate` runs the site, `admin` decides who gets in. Each includes the one before. */
export const API_SCOPES = ['read', 'operate', 'admin'] as const
export type ApiScope = (typeof API_SCOPES)[number]

export const ApiToken = z.object({
  id: Id,
  name: z.string(),
  scope: z.enum(API_SCOPES),
  madeAt: Time,
  madeBy: z.string(),
  endsAt: Time.nullable(),
  endedAt: Time.nullable(),
  lastUsedAt: Time.nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>

export const ApiTokenRequest = z.object({
  name: z.string().trim().min(1).max(60).refine(isPrintable),
  scope: z.enum(API_SCOPES),
  endsAt: Time.nullable(),
})
export type ApiTokenRequest = z.infer<typeof ApiTokenRequest>

/** A script is told from another by the name of its token: two that count at the same time have different ones. */
const ApiTokenMade = z.discriminatedUnion('kind', [...TokenMade.options, z.object({ kind: z.literal('name-taken') })])

/** Where scripts reach this site. */
export const ApiState = z.object({
  wanted: z.object({
    enabled: z.boolean(),
    /** The address it is bound to: this computer's own, or one that others reach. */
    bind: z.string(),
    port: z.number().int().min(0).max(65_535),
  }),
  /** Switched on by an option of the command line, which this page can not change. */
  byOption: z.boolean(),
  /** Its base URL; null when it is off or could not be opened. */
  url: z.string().nullable(),
  /** Why it could not be opened, as a sentence. */
  problem: Told.nullable(),
  tokens: z.array(ApiToken),
})
export type ApiState = z.infer<typeof ApiState>

export const apiTokens = {
  watch: oc.route({ method: 'GET', path: '/automation/watch' }).output(latest(ApiState)),

  /** Opens or closes the port for scripts. */
  configure: oc
    .route({ method: 'PUT', path: '/automation' })
    .input(
      z.object({
        enabled: z.boolean(),
        bind: z.union([z.ipv4(), z.ipv6()]),
        port: z.number().int().min(1).max(65_535),
      }),
    )
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('open'), url: z.string() }),
        z.object({ kind: z.literal('closed') }),
        z.object({ kind: z.literal('not-opened'), problem: Told }),
        z.object({ kind: z.literal('by-option') }),
      ]),
    )
    .errors(mayFailWith('NOT_SET_UP')),

  /** The text of the token is in this answer and nowhere else. */
  makeToken: oc
    .route({ method: 'POST', path: '/automation/tokens' })
    .input(ApiTokenRequest)
    .output(ApiTokenMade)
    .errors(mayFailWith('NOT_SET_UP')),

  endToken: oc
    .route({ method: 'DELETE', path: '/automation/tokens/{tokenId}' })
    .input(TokenRef)
    .output(TokenEnded)
    .errors(mayFailWith('UNKNOWN_TOKEN')),
}
