import type { Grouping, ReportLine } from '@shared/contract/reports'

/** What a line stands for. */
export type LineName = Pick<ReportLine, 'key' | 'kind' | 'name' | 'detail'>

/** Whose a session is, as far as that puts it into a line. */
export interface SessionOwner {
  readonly stationId: number
  readonly stationIdentity: string
  readonly stationLabel: string
  /** Null or empty without a card: a token of no value stands for none (NoAuthorization). */
  readonly token: string | null
  readonly tokenType: string
  /** Null where the card is not enrolled. */
  readonly cardId: number | null
  readonly holder: string
  readonly label: string
  readonly group: string
  readonly tags: readonly string[]
}

/** What stands between two tags of a line's name. */
const AND = ' + '

/** The line that a session belongs to: exactly one, so that nothing is counted twice. */
export function lineOf(owner: SessionOwner, by: Grouping): LineName {
  const { token, holder, group, tags } = owner
  if (by === 'station') {
    const { stationId, stationIdentity, stationLabel } = owner
    return { key: `station ${stationId}`, kind: 'station', name: stationIdentity, detail: stationLabel }
  }
  if (token === null || token === '') return { key: 'without-card', kind: 'without-card', name: '', detail: '' }
  switch (by) {
    case 'card':
      return cardLine(owner)
    case 'holder':
      return holder === '' ? cardLine(owner) : { key: `holder ${holder}`, kind: 'holder', name: holder, detail: '' }
    case 'group':
      return group === ''
        ? { key: 'without-group', kind: 'without-group', name: '', detail: '' }
        : { key: `group ${group}`, kind: 'group', name: group, detail: '' }
    case 'tag': {
      if (tags.length === 0) return { key: 'without-tag', kind: 'without-tag', name: '', detail: '' }
      const sorted = [...tags].sort()
      return { key: `tag ${JSON.stringify(sorted)}`, kind: 'tag', name: sorted.join(AND), detail: '' }
    }
  }
}

/** A card by its holder, else its label, else its number: what is left of one whose holder was erased. */
function cardLine(owner: SessionOwner): LineName {
  const { token, holder, label } = owner
  const name = holder || label || (token ?? '')
  const detail = [...new Set([label, token ?? ''])].filter((text) => text !== '' && text !== name).join(' · ')
  return { key: cardKey(owner), kind: 'card', name, detail }
}

/** Names the card of a session, enrolled or not. */
export function cardKey({ cardId, token, tokenType }: Pick<SessionOwner, 'cardId' | 'token' | 'tokenType'>): string {
  return cardId === null ? `token ${tokenType} ${token ?? ''}` : `card ${cardId}`
}
