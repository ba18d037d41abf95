import { oc } from '@orpc/contract'
import { z } from 'zod'
import { AUTHORIZATION_STATUSES } from '../ocpp/authorization'
import { PROTOCOLS } from '../ocpp/station'
import { mayFailWith } from './errors'
import { Id, Time } from './feed'

/**
 * How the list of a station stands to the cards of the site.
 * - `unknown`: nothing is known of it: the station has not told whether it keeps one
 * - `unsupported`: it keeps none
 * - `off`: it could keep one, and that is switched off in its configuration
 * - `behind`: what was changed here has not reached it yet
 * - `failed`: it did not take the list; that is tried again
 */
export const LOCAL_LIST_STATES = ['unknown', 'unsupported', 'off', 'behind', 'in-step', 'failed'] as const
export type LocalListState = (typeof LOCAL_LIST_STATES)[number]

/** Why a card that is not to be left out is in no list of a station. */
export const LEFT_OUT = ['no-room', 'beyond-lists', 'too-long'] as const

/** A card that would not work while this program is away. */
export const LeftOutCard = z.object({
  cardId: Id,
  number: z.string(),
  holder: z.string(),
  why: z.enum(LEFT_OUT),
})
export type LeftOutCard = z.infer<typeof LeftOutCard>

/** Settings of a station that decide what it does alone; see `@shared/ocpp/offlineSettings`. */
export const OFFLINE_SETTINGS = [
  'list-enabled',
  'authorize-offline',
  'pre-authorize',
  'unknown-offline',
  'stop-on-invalid',
  'cache-enabled',
  'cache-lifetime',
  'master-pass-group',
  'queue-all',
  'message-attempts',
] as const
export type OfflineSettingName = (typeof OFFLINE_SETTINGS)[number]

export const OfflineSetting = z.object({
  name: z.enum(OFFLINE_SETTINGS),
  /** As the station spells it: `AuthCtrlr.LocalAuthorizeOffline`, or the key of 1.6. */
  spelt: z.string(),
  /** Null when the station has not told it. */
  value: z.string().nullable(),
})
export type OfflineSetting = z.infer<typeof OfflineSetting>

/** What a station would do without this program. */
export const StationOffline = z.object({
  stationId: Id,
  identity: z.string(),
  online: z.boolean(),
  protocol: z.enum(PROTOCOLS).nullable(),
  /** Whether this program sees to the list. */
  kept: z.boolean(),
  state: z.enum(LOCAL_LIST_STATES),
  inStepSince: Time.nullable(),
  version: z.number().int().nullable(),
  /** Entries of its list, and how many of them are accepted. */
  entries: z.number().int(),
  accepted: z.number().int(),
  /** How many it takes; null when it has not told. */
  capacity: z.number().int().nullable(),
  /** In the station's words, of a list that it did not take. */
  problem: z.string().nullable(),
  /** The first of the cards that were left out, and how many they are. */
  leftOut: z.array(LeftOutCard),
  leftOutCount: z.number().int(),
  settings: z.array(OfflineSetting),
})
export type StationOffline = z.infer<typeof StationOffline>

/** A card in a station's list, as the station was told of it. */
export const ListedEntry = z.object({
  cardId: Id,
  number: z.string(),
  holder: z.string(),
  status: z.enum(AUTHORIZATION_STATUSES),
})
export type ListedEntry = z.infer<typeof ListedEntry>

const StationChoice = z.object({ stationId: Id })

/** What the chargers do while this program is away. */
export const localLists = {
  all: oc.route({ method: 'GET', path: '/local-lists' }).output(z.object({ stations: z.array(StationOffline) })),

  /** The cards in the list of a station, at most 500 of them. */
  entries: oc
    .route({ method: 'GET', path: '/local-lists/{stationId}/entries' })
    .input(StationChoice)
    .output(z.object({ entries: z.array(ListedEntry), total: z.number().int() }))
    .errors(mayFailWith('UNKNOWN_STATION')),

  /** Whether this program sees to the list of a station. */
  setKept: oc
    .route({ method: 'PUT', path: '/local-lists/{stationId}/kept' })
    .input(StationChoice.extend({ kept: z.boolean() }))
    .output(z.object({ kind: z.literal('saved') }))
    .errors(mayFailWith('UNKNOWN_STATION')),

  /** Asks the station anew what it has, and sends all of the list. */
  sendAgain: oc
    .route({ method: 'POST', path: '/local-lists/{stationId}/send' })
    .input(StationChoice)
    .output(z.object({ kind: z.enum(['begun', 'offline']) }))
    .errors(mayFailWith('UNKNOWN_STATION')),
}
