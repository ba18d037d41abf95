import { type Card, EnrolRequest, TokenValue, type UnknownCard } from '@shared/contract/cards'
import { ID_TOKEN_MAX_LENGTH, type IdTokenType } from '@shared/ocpp/idToken'
import { fromLocalInput, toLocalInput } from './localInput'

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
}

export type CardProblem =
  | 'token-missing'
  | 'token-too-long'
  | 'token-characters'
  | 'text-too-long'
  | 'not-a-time'
  | 'ends-before-it-begins'

/** The problem of each field, with the limit it passed where there is one. */
export type CardProblems = Partial<Record<keyof CardDraft, { problem: CardProblem; max?: number }>>

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
}

/** An empty form, or one with the number of a card that was seen. OCPP 1.6 tells no type: ISO14443 is proposed. */
export function newDraft(seen?: Pick<UnknownCard, 'token' | 'tokenType'>): CardDraft {
  return seen ? { ...EMPTY, token: seen.token, tokenType: seen.tokenType ?? EMPTY.tokenType } : { ...EMPTY }
}

/** The form of an enrolled card. */
export function draftOf(card: Card): CardDraft {
  const { token, tokenType, holder, label, group, blocked } = card
  return {
    token,
    tokenType,
    holder,
    label,
    group,
    blocked,
    validFrom: toLocalInput(card.validFrom),
    validUntil: toLocalInput(card.validUntil),
  }
}

/** Checks a form by the contract's own schema, so that screen and server can't disagree. */
export function checkDraft(draft: CardDraft): CheckedDraft {
  const problems: CardProblems = {}
  const validFrom = fromLocalInput(draft.validFrom)
  const validUntil = fromLocalInput(draft.validUntil)
  if (validFrom === undefined) problems.validFrom = { problem: 'not-a-time' }
  if (validUntil === undefined) problems.validUntil = { problem: 'not-a-time' }
  if (validFrom != null && validUntil != null && validUntil <= validFrom) {
    problems.validUntil = { problem: 'ends-before-it-begins' }
  }
  const parsed = EnrolRequest.safeParse({ ...draft, validFrom: validFrom ?? null, validUntil: validUntil ?? null })
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path[0] as keyof CardDraft
    // The first issue of a field says it best: an empty number also has "wrong" characters.
    if (problems[field]) continue
    if (field === 'token') problems.token = tokenProblem(issue.code)
    else problems[field] = { problem: 'text-too-long', max: 'maximum' in issue ? Number(issue.maximum) : undefined }
  }
  if (!parsed.success || Object.keys(problems).length > 0) return { kind: 'bad', problems }
  return { kind: 'good', request: parsed.data }
}

function tokenProblem(code: string): { problem: CardProblem; max?: number } {
  if (code === 'too_small') return { problem: 'token-missing' }
  if (code === 'too_big') return { problem: 'token-too-long', max: ID_TOKEN_MAX_LENGTH }
  return { problem: 'token-characters' }
}

/** How a typed number will be stored; null while it can't be. */
export function storedToken(typed: string): string | null {
  const parsed = TokenValue.safeParse(typed)
  return parsed.success ? parsed.data : null
}

/** Longest idTag of OCPP 1.6 (CiString20Type): a longer number never arrives from such a charger. */
export const OCPP16_TOKEN_MAX_LENGTH = 20
