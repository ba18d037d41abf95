import TextField from '@mui/material/TextField'
import type { KindFieldProps } from '@renderer/components/schemaForm'
import { useOrpc } from '@renderer/link'
import type { Card } from '@shared/contract/cards'
import { showUnprintable } from '@shared/printable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ComponentProps, type ReactNode, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Cards that are offered at once. */
const OFFERED = 20

/** What an Autocomplete of enrolled cards has, which finds them by a part of their number, holder or label. */
export function useCardPicker({ id, label, problem, required }: KindFieldProps) {
  const { t } = useTranslation(['commands', 'forms'])
  const orpc = useOrpc()
  const [text, setText] = useState('')
  const search = useDeferredValue(text.trim())
  const found = useQuery(
    orpc.cards.find.queryOptions({ input: { search, limit: OFFERED }, placeholderData: keepPreviousData }),
  )
  return {
    /** The box to type in; `helper` is said when there is no problem. */
    box: (params: ComponentProps<typeof TextField>, helper: ReactNode) => (
      <TextField
        {...params}
        label={required ? label : t('forms:optional', { label })}
        placeholder={t('pick.cardSearch')}
        error={problem !== undefined}
        helperText={problem ?? helper}
      />
    ),
    picker: {
      id,
      options: found.data?.entries ?? [],
      inputValue: text,
      loading: found.isPending,
      onInputChange: (_event: unknown, typed: string) => setText(typed),
      // The server has searched already.
      filterOptions: (all: Card[]) => all,
      getOptionLabel: (card: Card) => showUnprintable(cardName(card)),
      getOptionKey: (card: Card) => card.id,
      isOptionEqualToValue: (one: Card, other: Card) => one.id === other.id,
      noOptionsText: t('pick.noCards'),
    },
  }
}

/** A card by its holder or label, with its number. */
function cardName({ holder, label, token }: Pick<Card, 'holder' | 'label' | 'token'>): string {
  const who = holder || label
  return who === '' ? token : `${who} (${token})`
}
