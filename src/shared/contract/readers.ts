import { oc } from '@orpc/contract'
import { z } from 'zod'
import { NumberForm } from '../cardNumbers/numberForm'
import { ID_TOKEN_TYPES } from '../ocpp/idToken'
import { CONTROL } from '../printable'
import { mayFailWith } from './errors'
import { feed, Id, Time } from './feed'

/** What lies on a desk reader. `mute`: a card that does not answer; `in-use`: another program holds it. */
export const READER_CONDITIONS = ['ready', 'card', 'mute', 'in-use'] as const

export const DeskReader = z.object({
  /** As the system names it, such as `ACS ACR122U PICC Interface 00 00`. */
  name: z.string(),
  condition: z.enum(READER_CONDITIONS),
})
export type DeskReader = z.infer<typeof DeskReader>

/** Systems whose smart-card service is started in different ways. */
export const READER_SYSTEMS = ['linux', 'darwin', 'win32'] as const

/** How the USB readers at the desk stand. */
export const ReaderState = z.discriminatedUnion('kind', [
  /** This program does not look for readers. */
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('starting') }),
  z.object({ kind: z.literal('ready'), readers: z.array(DeskReader).min(1) }),
  /** The smart-card service runs, and no reader is plugged in. */
  z.object({ kind: z.literal('no-reader') }),
  z.object({
    kind: z.literal('no-service'),
    why: z.enum(['not-running', 'not-allowed', 'no-library', 'failed']),
    system: z.enum(READER_SYSTEMS),
  }),
  /** The smart-card service takes calls and does not answer; it is tried again. */
  z.object({ kind: z.literal('not-answering') }),
  /** The process that reads cards has ended by itself and is started again. */
  z.object({ kind: z.literal('ended'), reason: z.string() }),
])
export type ReaderState = z.infer<typeof ReaderState>

/**
 * Why a card that was laid on a reader has no number. `random-uid`: it shows another number with every tap. `cut-uid`: the
 * reader leaves bytes out. `unknown-form`: a keyboard reader typed a number whose form is not known yet.
 */
export const TAP_REFUSALS = [
  'random-uid',
  'cut-uid',
  'no-uid',
  'in-use',
  'taken-away',
  'unreadable',
  'unsupported',
  'unknown-form',
] as const

/** An enrolled card, as far as it is named beside a number. */
export const NamedCard = z.object({
  id: Id,
  token: z.string(),
  tokenType: z.enum(ID_TOKEN_TYPES),
  holder: z.string(),
  label: z.string(),
})
export type NamedCard = z.infer<typeof NamedCard>

export const TapOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('card'),
    token: z.string(),
    tokenType: z.enum(ID_TOKEN_TYPES),
    /** The enrolled card of exactly this number; null when there is none. */
    card: NamedCard.nullable(),
  }),
  z.object({ kind: z.literal('refused'), reason: z.enum(TAP_REFUSALS) }),
])
export type TapOutcome = z.infer<typeof TapOutcome>

/** A card that was laid on a USB reader. The last few are kept, and only until the program ends. */
export const Tap = z.object({ id: Id, at: Time, reader: z.string(), outcome: TapOutcome })
export type Tap = z.infer<typeof Tap>

/** Longest text that a keyboard reader types. */
export const SCAN_MAX_LENGTH = 64

/** What a keyboard reader typed: visible characters. */
export const ScannedText = z
  .string()
  .trim()
  .min(1)
  .max(SCAN_MAX_LENGTH)
  .refine((text) => !CONTROL.test(text))

/** The number of a card as it is stored: hex of a UID, byte 0 first. */
const Uid = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-F]{8,20}$/)

/** For which chargers a form counts. */
export const FORM_SCOPES = ['station', 'model'] as const

/** What one card tells of how a charger or a keyboard reader writes numbers. */
export const LearnOutcome = z.discriminatedUnion('kind', [
  /** It writes numbers as they are stored: there is nothing to remember. */
  z.object({ kind: z.literal('plain') }),
  /** `leavesOut`: the form leaves bytes of this card out, so that others are written alike. */
  z.object({ kind: z.literal('form'), form: NumberForm, leavesOut: z.boolean() }),
  /** The card reads the same both ways. */
  z.object({ kind: z.literal('ambiguous') }),
  /** No known spelling of this card. */
  z.object({ kind: z.literal('no-spelling') }),
])
export type LearnOutcome = z.infer<typeof LearnOutcome>

/** How a charger, or all of a model, writes numbers of cards. */
export const StationForm = z.object({
  id: Id,
  scope: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('station'), stationId: Id, stationIdentity: z.string() }),
    z.object({ kind: z.literal('model'), vendor: z.string(), model: z.string() }),
  ]),
  form: NumberForm,
  /** The card it was learnt from, and how the charger wrote it. */
  learntFrom: z.string(),
  seenAs: z.string(),
  learntAt: Time,
})
export type StationForm = z.infer<typeof StationForm>

/** A card that was presented at a charger. */
export const Presented = z.object({ token: z.string(), at: Time, known: z.boolean() })
export type Presented = z.infer<typeof Presented>

export const readers = {
  /** Cards laid on USB readers, the last few and then each as it comes. */
  watchTaps: oc.route({ method: 'GET', path: '/readers/taps/watch' }).output(feed(Tap)),

  /** Starts the process that reads cards anew: for somebody who has just mended what kept it from working. */
  tryAgain: oc
    .route({ method: 'POST', path: '/readers/try-again' })
    .output(z.object({ kind: z.enum(['started', 'none']) })),

  /** What a text means that a keyboard reader typed. Writes nothing down. */
  scanned: oc
    .route({ method: 'POST', path: '/readers/scanned' })
    .input(z.object({ text: ScannedText }))
    .output(TapOutcome),

  /** How keyboard readers write numbers; null until it was learnt. */
  keyboardForm: oc
    .route({ method: 'GET', path: '/readers/keyboard-form' })
    .output(z.object({ form: NumberForm, learntFrom: z.string(), seenAs: z.string(), learntAt: Time }).nullable()),

  /** Learns how keyboard readers write numbers from one card whose number is known, and remembers it. */
  learnKeyboardForm: oc
    .route({ method: 'POST', path: '/readers/keyboard-form' })
    .input(z.object({ uid: Uid, text: ScannedText }))
    .output(LearnOutcome),

  forgetKeyboardForm: oc
    .route({ method: 'DELETE', path: '/readers/keyboard-form' })
    .output(z.object({ kind: z.enum(['forgotten', 'already-gone']) })),

  /** Enrolled cards that may be the card of this number in another spelling. A warning: nothing is decided by it. */
  otherSpellings: oc
    .route({ method: 'GET', path: '/readers/other-spellings' })
    .input(z.object({ token: z.string().trim().max(36) }))
    .output(
      z.object({
        found: z.array(z.object({ card: NamedCard, how: z.enum(['reversed', 'shortened', 'longer', 'decimal']) })),
      }),
    ),

  /** How chargers write numbers, where that is not as they are stored. */
  forms: oc.route({ method: 'GET', path: '/readers/forms' }).output(z.object({ forms: z.array(StationForm) })),

  /** Cards that were presented at a charger since a moment, the newest first; at most ten. */
  presentedAt: oc
    .route({ method: 'GET', path: '/readers/presented/{stationId}' })
    .input(z.object({ stationId: Id, since: Time }))
    .output(z.object({ presented: z.array(Presented) })),

  /** What a card that is known and was seen at a charger tells. Remembers nothing. */
  compare: oc
    .route({ method: 'POST', path: '/readers/compare' })
    .input(z.object({ uid: Uid, seen: ScannedText }))
    .output(LearnOutcome),

  /** Learns from one card how a charger, or all of its model, writes numbers, and applies it from now on. */
  calibrate: oc
    .route({ method: 'POST', path: '/readers/forms' })
    .input(
      z.object({
        stationId: Id,
        uid: Uid,
        seen: ScannedText,
        scope: z.enum(FORM_SCOPES),
        /** That cards which are written alike at this charger can't be told apart there is accepted. */
        acceptLeftOut: z.boolean().default(false),
      }),
    )
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('applied'), form: StationForm }),
        /** It writes numbers as they are stored; a form that was remembered for it is forgotten. */
        z.object({ kind: z.literal('plain') }),
        /** Not applied: the form leaves bytes out, and that was not accepted. */
        z.object({ kind: z.literal('leaves-out'), form: NumberForm }),
        z.object({ kind: z.literal('ambiguous') }),
        z.object({ kind: z.literal('no-spelling') }),
        /** The station has not said what model it is. */
        z.object({ kind: z.literal('no-model') }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_STATION')),

  forgetForm: oc
    .route({ method: 'DELETE', path: '/readers/forms/{formId}' })
    .input(z.object({ formId: Id }))
    .output(z.object({ kind: z.enum(['forgotten', 'already-gone']) })),
}
