import type { ListFilterSpec } from '@renderer/components/list/listFilter'
import type { DeviceToken } from '@shared/contract/devices'
import { TOKEN_STATES, tokenState } from './tokenState'

/** Which tokens are wanted. */
export const TOKENS_SHOWN = ['all', ...TOKEN_STATES] as const

/** The filter of the list of tokens. */
export const TOKEN_FILTER: ListFilterSpec<{ search: string; show: (typeof TOKENS_SHOWN)[number] }> = {
  widest: { search: '', show: 'all' },
  choices: { show: TOKENS_SHOWN },
  typed: ['search'],
}

/** The tokens that are wanted at this moment, in their order; who made them is searched by the words on screen. */
export function shownTokens(
  tokens: readonly DeviceToken[],
  { search, show }: typeof TOKEN_FILTER.widest,
  now: number,
  actorWords: (actor: string) => string,
): DeviceToken[] {
  const wanted = search.trim().toLowerCase()
  return tokens
    .filter((token) => show === 'all' || tokenState(token, now) === show)
    .filter(({ name, madeBy }) => [name, actorWords(madeBy)].some((text) => text.toLowerCase().includes(wanted)))
}
