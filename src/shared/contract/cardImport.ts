import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { mayFailWith } from './errors'

/** What a column of a table of cards can hold. */
export const IMPORT_FIELDS = [
  'number',
  'type',
  'holder',
  'label',
  'tags',
  'group',
  'validFrom',
  'validUntil',
  'blocked',
  'language',
  'message',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

export const DELIMITERS = [',', ';', '\t', '|'] as const

/** Most rows of one table, and most problems of which each is told. */
export const IMPORT_ROWS_MAX = 100_000
export const IMPORT_PROBLEMS_TOLD = 500

/** Most characters of one part of the text. */
export const IMPORT_PART_LENGTH = 80_000

/** What is wrong with a line. */
export const IMPORT_PROBLEMS = [
  'number-missing',
  'number-too-long',
  'number-hidden',
  /** A spreadsheet made a number of it: `4.1E+12`. */
  'number-of-spreadsheet',
  'type-unknown',
  'too-long',
  'too-many-tags',
  'group-characters',
  'not-a-date',
  'ends-before-it-begins',
  'not-yes-or-no',
  'not-a-language',
  'already-enrolled',
  'twice-in-table',
] as const
export type ImportProblemKind = (typeof IMPORT_PROBLEMS)[number]

export const ImportProblem = z.object({
  /** Of the file, the first is 1. */
  line: z.number().int(),
  field: z.enum(IMPORT_FIELDS).nullable(),
  problem: z.enum(IMPORT_PROBLEMS),
  /** As it stands in the table, cut after some characters. */
  value: z.string(),
})
export type ImportProblem = z.infer<typeof ImportProblem>

/**
 * Why a text is no table. `no-text`: it is none at all, but a workbook, a picture or the like; `open-quote`: it ends
 * within quotation marks that were opened further up; `stray-quote`: one stands in the middle of a cell.
 */
export const TABLE_FAULTS = ['no-text', 'open-quote', 'stray-quote'] as const
export type TableFault = (typeof TABLE_FAULTS)[number]

/** Which column (from 0) each field is read from; a field that is left out is in none. */
export const ImportMapping = z.partialRecord(z.enum(IMPORT_FIELDS), z.number().int().min(0).max(199))
export type ImportMapping = z.infer<typeof ImportMapping>

const ImportRef = z.object({ importId: z.string().max(64) })

const Read = z.object({
  kind: z.literal('read'),
  delimiter: z.enum(DELIMITERS),
  /** The names in the first line. */
  columns: z.array(z.string()),
  /** The first rows, as they stand there. */
  sample: z.array(z.array(z.string())),
  rows: z.number().int(),
  /** What the names of the columns seem to mean. */
  mapping: ImportMapping,
})
export type ImportedTable = z.infer<typeof Read>

export const ImportEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), step: z.enum(['checking', 'writing']), done: z.number(), of: z.number() }),
  z.object({
    kind: z.literal('checked'),
    good: z.number().int(),
    /** Enrolled already, and left as they are. */
    skipped: z.number().int(),
    problems: z.array(ImportProblem),
    /** All of them; no more than some are told. */
    problemCount: z.number().int(),
  }),
  z.object({ kind: z.literal('imported'), cards: z.number().int(), skipped: z.number().int() }),
  /** A card of the table was enrolled since it was checked; nothing was written. */
  z.object({ kind: z.literal('changed-meanwhile') }),
])
export type ImportEvent = z.infer<typeof ImportEvent>

/** Cards from a table (CSV): all of them, or none. One table at a time: who begins again drops the one before. */
export const cardImport = {
  begin: oc
    .route({ method: 'POST', path: '/card-imports' })
    .input(z.object({ name: z.string().trim().min(1).max(200) }))
    .output(z.object({ importId: z.string() }))
    .errors(mayFailWith('NOT_SET_UP')),

  /** The text of the file part by part, in order. */
  append: oc
    .route({ method: 'POST', path: '/card-imports/{importId}/parts' })
    .input(ImportRef.extend({ text: z.string().max(IMPORT_PART_LENGTH) }))
    .output(z.object({ characters: z.number().int() }))
    .errors(mayFailWith('UNKNOWN_UPLOAD')),

  /** Reads what has come as a table. */
  read: oc
    .route({ method: 'POST', path: '/card-imports/{importId}/read' })
    .input(ImportRef.extend({ delimiter: z.enum(DELIMITERS).optional() }))
    .output(
      z.discriminatedUnion('kind', [
        Read,
        z.object({ kind: z.literal('no-rows') }),
        z.object({ kind: z.literal('too-many-rows'), most: z.number().int() }),
        z.object({ kind: z.literal('not-a-table'), line: z.number().int(), reason: z.enum(TABLE_FAULTS) }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_UPLOAD')),

  /**
   * Checks every row, and writes all of them where none has a problem and it is no dry run. Who stops listening before
   * the end cancels it: nothing is written then.
   */
  run: oc
    .route({ method: 'POST', path: '/card-imports/{importId}/run' })
    .input(
      ImportRef.extend({
        mapping: ImportMapping,
        dryRun: z.boolean().default(true),
        /** What becomes of a row whose card is enrolled already: a problem, or it is left as it is. */
        enrolled: z.enum(['problem', 'skip']).default('problem'),
      }),
    )
    .output(eventIterator(ImportEvent))
    .errors(mayFailWith('UNKNOWN_UPLOAD')),

  /** Drops the table. */
  drop: oc
    .route({ method: 'DELETE', path: '/card-imports/{importId}' })
    .input(ImportRef)
    .output(z.object({ kind: z.enum(['dropped', 'already-gone']) })),
}
