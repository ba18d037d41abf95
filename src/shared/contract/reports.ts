import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { CONTROL } from '../printable'
import { Id, Time } from './feed'
import { TableFormat, tableParts } from './ledger'
import { Tariff } from './tariffs'

/** Longest line of an address, and most of them. */
export const ADDRESS_LINE_MAX_LENGTH = 80
export const ADDRESS_LINES_MAX = 6

const AddressLine = z
  .string()
  .trim()
  .max(ADDRESS_LINE_MAX_LENGTH)
  .refine((text) => !CONTROL.test(text))

/** Who gives statements out, and in which money. The name is the site's. */
export const Issuer = z.object({
  addressLines: z.array(AddressLine).max(ADDRESS_LINES_MAX),
  /** ISO 4217, such as EUR. */
  currency: z.string().regex(/^[A-Z]{3}$/),
})
export type Issuer = z.infer<typeof Issuer>

/**
 * By what sessions are put together. A card stands under its group and under all of its tags together, so that nothing is
 * counted twice; cards without a holder stand for themselves.
 */
export const GROUPINGS = ['holder', 'card', 'group', 'tag', 'station'] as const
export const Grouping = z.enum(GROUPINGS)
export type Grouping = z.infer<typeof Grouping>

/** A month of this computer's time zone, `2026-03`. */
export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)

/** What a line stands for; `without-…` has no name of its own. `without-card`: sessions that were started without one. */
export const LINE_KINDS = [
  'holder',
  'card',
  'group',
  'tag',
  'station',
  'without-card',
  'without-group',
  'without-tag',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** Milliwatt-hours: whole numbers, so that sums agree with the ledger to the last digit. */
const Mwh = z.number().int()
/** The currency's smallest unit. */
const Minor = z.number().int()

/** What was delivered under one tariff, and what it costs. Rounded amounts stand in it as they are added up. */
export const Charge = z.object({
  tariffId: Id,
  /** Energy by price: a place among the tariff's bands, null for all other hours. */
  energy: z.array(z.object({ band: z.number().int().nullable(), energyMwh: Mwh })),
  energyMinor: Minor,
  sessionFees: z.number().int(),
  monthFees: z.number().int(),
  feesMinor: Minor,
  netMinor: Minor,
  taxMinor: Minor,
  totalMinor: Minor,
})
export type Charge = z.infer<typeof Charge>

/** What sums up sessions. */
const Sum = z.object({
  sessions: z.number().int(),
  energyMwh: Mwh,
  /** Delivered before the first tariff. */
  unpricedMwh: Mwh,
  /** Sessions that were split by time, as readings were missing. */
  splitByTime: z.number().int(),
  netMinor: Minor,
  taxMinor: Minor,
  totalMinor: Minor,
})

export const ReportLine = Sum.extend({
  /** Names the line within its grouping. */
  key: z.string(),
  kind: z.enum(LINE_KINDS),
  name: z.string(),
  /** What else tells it from others: the number of its card; empty where there is nothing. */
  detail: z.string(),
  charges: z.array(Charge),
})
export type ReportLine = z.infer<typeof ReportLine>

/**
 * Why a session counts in no sum.
 * - `running`: it has not ended
 * - `undecided`: it has doubts that nobody has settled
 * - `no-energy`: what it delivered is not known
 */
export const APART_REASONS = ['running', 'undecided', 'no-energy'] as const
export type ApartReason = (typeof APART_REASONS)[number]

const SessionFacts = z.object({
  sessionId: Id,
  stationIdentity: z.string(),
  evseId: z.number().int().nullable(),
  /** Null without a card. */
  token: z.string().nullable(),
  /** Holder, else label, else number of its card; null without one. */
  who: z.string().nullable(),
})

/** A session that counts in no sum. */
export const ApartSession = SessionFacts.extend({
  lineKey: z.string(),
  reason: z.enum(APART_REASONS),
  beganAt: Time.nullable(),
  /** As the ledger has it so far. */
  energyMwh: Mwh.nullable(),
})
export type ApartSession = z.infer<typeof ApartSession>

/** How the energy of a session was divided: not at all, by the readings of its meter, or by time where they were missing. */
export const SPLITS = ['whole', 'readings', 'time'] as const

/** The part of a session that belongs to a month. */
export const ReportSession = SessionFacts.extend({
  lineKey: z.string(),
  /** Of the whole session, as far as the ledger knows or can tell. */
  beganAt: Time,
  endedAt: Time,
  wholeEnergyMwh: Mwh,
  /** What belongs to the month. */
  energyMwh: Mwh,
  split: z.enum(SPLITS),
  /** Its energy by price, in time order of the first of each; `tariffId` is null before the first tariff. */
  energy: z.array(z.object({ tariffId: Id.nullable(), band: z.number().int().nullable(), energyMwh: Mwh })),
  /**
   * The price of that energy in thousandths of the smallest unit, fees and tax that is added left out: whole units where
   * each session is rounded.
   */
  energyMilliMinor: z.number().int(),
  feeMinor: Minor,
})
export type ReportSession = z.infer<typeof ReportSession>

/** What a report is about and what it was made by. */
export const ReportHead = z.object({
  month: Month,
  from: Time,
  to: Time,
  /** This computer's, by IANA name. */
  timeZone: z.string(),
  siteName: z.string(),
  issuer: Issuer,
  /** Those that held in the month, in their order. */
  tariffs: z.array(Tariff),
  /** Of all lines together. */
  total: Sum,
  apart: z.number().int(),
  madeAt: Time,
  /** Readings that lie further apart split nothing, in milliseconds. */
  readingsApartMs: z.number().int(),
})
export type ReportHead = z.infer<typeof ReportHead>

const MonthRequest = z.object({ month: Month, by: Grouping })
export type MonthRequest = z.infer<typeof MonthRequest>

const LineRequest = MonthRequest.extend({
  /** One line only. */
  key: z.string().max(2_000).optional(),
})

/** What energy was delivered in a month to whom and for how much. Worked out from the ledger whenever it is asked for. */
export const reports = {
  /**
   * A month line by line, the most energy first. The head comes last: it has the sums. The ledger goes on: only sessions
   * that come with the lines are for certain those that the lines are made of.
   */
  month: oc
    .route({ method: 'GET', path: '/reports/{month}/{by}' })
    .input(
      LineRequest.extend({
        /** Whether sessions come, too: those of the line with the key, or of all lines. */
        withSessions: z.boolean().default(false),
      }),
    )
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('progress'), sessions: z.number().int() }),
          z.object({ kind: z.literal('sessions'), sessions: z.array(ReportSession) }),
          z.object({ kind: z.literal('lines'), lines: z.array(ReportLine) }),
          z.object({ kind: z.literal('apart'), sessions: z.array(ApartSession) }),
          z.object({ kind: z.literal('head'), head: ReportHead }),
        ]),
      ),
    ),

  /** The sessions of a month or of one of its lines; parts may be empty while others are looked through. */
  sessions: oc
    .route({ method: 'GET', path: '/reports/{month}/{by}/sessions' })
    .input(LineRequest)
    .output(eventIterator(z.object({ sessions: z.array(ReportSession) }))),

  /** The lines of a month as a table, or its sessions. */
  table: oc
    .route({ method: 'GET', path: '/reports/{month}/{by}/table' })
    .input(LineRequest.extend({ rows: z.enum(['lines', 'sessions']), ...TableFormat.shape }))
    .output(tableParts),

  /** The month as a workbook (XLSX): lines, sessions, what counts in no sum, and by which rules it was made. */
  workbook: oc
    .route({ method: 'GET', path: '/reports/{month}/{by}/workbook' })
    .input(
      MonthRequest.extend({
        /** Words of another language in place of the English ones, by their names in `shared/words/en/workbook`. */
        words: z.record(z.string(), z.string().max(200)).optional(),
      }),
    )
    .output(
      eventIterator(
        z.object({
          /** The next bytes of the file, base64; may be empty while sessions are looked through. */
          data: z.string(),
          sessions: z.number().int(),
        }),
      ),
    ),

  /**
   * Prints the page that the program's own window shows, as a PDF. A browser prints by itself; no other program has use
   * for it.
   */
  print: oc.route({ method: 'POST', path: '/reports/print' }).output(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('printed'), data: z.string() }),
      /** Whoever asks does not sit before a window of the program. */
      z.object({ kind: z.literal('not-here') }),
    ]),
  ),

  issuer: oc.route({ method: 'GET', path: '/reports/issuer' }).output(Issuer),

  setIssuer: oc
    .route({ method: 'PUT', path: '/reports/issuer' })
    .input(Issuer)
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('saved') }),
        /** Tariffs are in another currency. */
        z.object({ kind: z.literal('currency-in-use'), currency: z.string() }),
        /** No currency has this code. */
        z.object({ kind: z.literal('no-currency') }),
      ]),
    ),
}
