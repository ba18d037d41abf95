import { fromLocalInput, toLocalInput } from '@renderer/components/momentField/localInput'
import { type Card, EnrolRequest, type OfflineListing, TokenValue, type UnknownCard } from '@shared/contract/cards'
import { canonicalToken, ID_TOKEN_MAX_LENGTH, type IdTokenType, tokenLength } from '@shared/ocpp/idToken'
import { checkRules, type RulesDraft, type RulesProblem, rulesDraftOf } from './rulesDraft'
import { withoutUidSeparators } from './uidSeparators'

/** A card as it stands in the form: everything that is typed is text. */
export interface CardDraft {
  token: string
  tokenType: IdTokenType
  holder: string
  label: string
  group: string
  validFrom: string
  validUntil: string
  blocked: boolean
  /** With commas between. */
  tags: string
  masterPass: boolean
  language: string
  message: string
  offline: OfflineListing
  rules: RulesDraft
}

export type CardProblem =
  | 'token-missing'
  | 'token-too-long'
  | 'token-hidden'
  | 'group-characters'
  | 'text-too-long'
  | 'not-a-time'
  | 'ends-before-it-begins'
  | 'key-code-not-counted'
  | 'not-a-language'
  | 'group-of-master-pass'
  | RulesProblem

/** The problem of each field, with the limit it passed where there is one. */
export type CardProblems = Partial<Record<CardField, { problem: CardProblem; max?: number }>>

/** A field of the form; those of the rules stand in their own draft. */
export type CardField = keyof CardDraft | 'places' | 'hours' | 'monthlyKwh' | 'monthlySessions'

/** Where an answer of the site is shown that says why the card was not saved. */
export function problemsOf(kind: 'ends-before-it-begins' | 'key-code-not-counted'): CardProblems {
  return kind === 'ends-before-it-begins' ? { validUntil: { problem: kind } } : { rules: { problem: kind } }
}

export type CheckedDraft = { kind: 'good'; request: EnrolInput } | { kind: 'bad'; problems: CardProblems }
type EnrolInput = ReturnType<typeof EnrolRequest.parse>

const EMPTY: CardDraft = {
  token: '',
  tokenType: 'ISO14443',
  holder: '',
  label: '',
  group: '',
  validFrom: '',
  validUntil: '',
  blocked: false,
  tags: '',
  masterPass: false,
  language: '',
  message: '',
  offline: 'auto',
  rules: rulesDraftOf(null),
}

/** An empty form, or one with the number of a card that was seen. OCPP 1.6 tells no type: ISO14443 is proposed. */
export function newDraft(seen?: Pick<UnknownCard, 'token' | 'tokenType'>): CardDraft {
  return seen ? { ...EMPTY, token: seen.token, tokenType: seen.tokenType ?? EMPTY.tokenType } : { ...EMPTY }
}

/** The form of an enrolled card. */
export function draftOf(card: Card): CardDraft {
  const { token, tokenType, holder, label, group, blocked, masterPass, language, message, offline } = card
  return {
    token,
    tokenType,
    holder,
    label,
    group,
    blocked,
    masterPass,
    language,
    message,
    offline,
    tags: card.tags.join(', '),
    rules: rulesDraftOf(card.rules),
    validFrom: toLocalInput(card.validFrom),
    validUntil: toLocalInput(card.validUntil),
  }
}

/**
 * The number that a form stands for. One that a charger presented (`presented`) is taken as it is; only what a person
 * types is read as a UID with separators.
 */
function meantToken(typed: string, presented: string | undefined): string {
  return typed === presented ? typed : withoutUidSeparators(typed)
}

/**
 * Checks a form by the contract's own schema, so that screen and server can't disagree.
 * @param presented the number as a charger presented it, where the form was filled in from that
 */
export function checkDraft(draft: CardDraft, presented?: string): CheckedDraft {
  const problems: CardProblems = {}
  const validFrom = fromLocalInput(draft.validFrom)
  const validUntil = fromLocalInput(draft.validUntil)
  if (validFrom === undefined) problems.validFrom = { problem: 'not-a-time' }
  if (validUntil === undefined) problems.validUntil = { problem: 'not-a-time' }
  if (validFrom != null && validUntil != null && validUntil <= validFrom) {
    problems.validUntil = { problem: 'ends-before-it-begins' }
  }
  const rules = checkRules(draft.rules)
  if (rules.kind === 'bad') {
    for (const [field, problem] of Object.entries(rules.problems)) problems[field as CardField] = { problem }
  }
  const token = meantToken(draft.token, presented)
  const parsed = EnrolRequest.safeParse({
    ...draft,
    token,
    validFrom: validFrom ?? null,
    validUntil: validUntil ?? null,
    tags: draft.tags.split(',').filter((tag) => tag.trim() !== ''),
    rules: rules.kind === 'good' ? rules.rules : null,
  })
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path[0] as keyof CardDraft
    // The first issue of a field says it best: an empty number also has "wrong" characters.
    if (problems[field]) continue
    if (field === 'token') problems.token = tokenProblem(token)
    else if (field === 'group' && issue.code !== 'too_big') {
      problems.group = { problem: issue.code === 'custom' ? 'group-of-master-pass' : 'group-characters' }
    } else if (field === 'language') problems.language = { problem: 'not-a-language' }
    else problems[field] = { problem: 'text-too-long', max: 'maximum' in issue ? Number(issue.maximum) : undefined }
  }
  if (!parsed.success || Object.keys(problems).length > 0) return { kind: 'bad', problems }
  return { kind: 'good', request: parsed.data }
}

function tokenProblem(token: string): { problem: CardProblem; max?: number } {
  const length = tokenLength(canonicalToken(token))
  if (length === 0) return { problem: 'token-missing' }
  if (length > ID_TOKEN_MAX_LENGTH) return { problem: 'token-too-long', max: ID_TOKEN_MAX_LENGTH }
  return { problem: 'token-hidden' }
}

/** How the number in the form will be stored; null while it can't be. */
export function storedToken(typed: string, presented?: string): string | null {
  const parsed = TokenValue.safeParse(meantToken(typed, presented))
  return parsed.success ? parsed.data : null
}

/** Longest idTag of OCPP 1.6 (CiString20Type): a longer number never arrives from such a charger. */
export const OCPP16_TOKEN_MAX_LENGTH = 20
