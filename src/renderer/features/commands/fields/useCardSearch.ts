import { useOrpc } from '@renderer/link'
import type { Card } from '@shared/contract/cards'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'

/** Cards that are offered at once. */
const OFFERED = 20

/** Enrolled cards by a part of their number, holder or label. */
export function useCardSearch() {
  const orpc = useOrpc()
  const [text, setText] = useState('')
  const search = useDeferredValue(text.trim())
  const found = useQuery(
    orpc.cards.find.queryOptions({ input: { search, limit: OFFERED }, placeholderData: keepPreviousData }),
  )
  return { text, setText, cards: found.data?.entries ?? [], isLoading: found.isPending }
}

/** A card by its holder or label, with its number. */
export function cardName({ holder, label, token }: Pick<Card, 'holder' | 'label' | 'token'>): string {
  const who = holder || label
  return who === '' ? token : `${who} (${token})`
}
