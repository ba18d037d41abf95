import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import type { KindFieldProps } from '@renderer/components/schemaForm'
import { useOrpc } from '@renderer/link'
import type { Card } from '@shared/contract/cards'
import { showUnprintable } from '@shared/printable'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { cardName, useCardSearch } from './useCardSearch'

/** An enrolled card, found by a part of its number, holder or label. */
export function CardField({ id, label, hint, problem, required, texts, onChange }: KindFieldProps) {
  const { t } = useTranslation(['commands', 'forms'])
  const { text, setText, cards, isLoading } = useCardSearch()
  const [chosen = ''] = texts
  const card = useCard(chosen, cards)
  return (
    <Autocomplete<Card>
      id={id}
      options={cards}
      value={card}
      inputValue={text}
      loading={isLoading}
      onInputChange={(_event, typed) => setText(typed)}
      onChange={(_event, next) => onChange([next === null ? '' : String(next.id)])}
      // The server has searched already.
      filterOptions={(all) => all}
      getOptionLabel={(each) => showUnprintable(cardName(each))}
      getOptionKey={({ id: cardId }) => cardId}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={t('pick.noCards')}
      renderInput={(params) => (
        <TextField
          {...params}
          label={required ? label : t('forms:optional', { label })}
          placeholder={t('pick.cardSearch')}
          error={problem !== undefined}
          helperText={problem ?? (card?.blocked === true ? t('pick.blockedCard') : hint)}
        />
      )}
    />
  )
}

/** The chosen card, which may be none of those that are offered now. */
function useCard(chosen: string, offered: readonly Card[]): Card | null {
  const orpc = useOrpc()
  const among = offered.find((card) => String(card.id) === chosen)
  const asked = useQuery(
    orpc.cards.get.queryOptions({
      input: { cardId: Number(chosen) || 1 },
      enabled: chosen !== '' && among === undefined,
    }),
  )
  if (chosen === '') return null
  return among ?? (asked.data !== undefined && String(asked.data.id) === chosen ? asked.data : null)
}
