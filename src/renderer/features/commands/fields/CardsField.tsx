import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import type { KindFieldProps } from '@renderer/components/schemaForm'
import type { Card } from '@shared/contract/cards'
import { showUnprintable } from '@shared/printable'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cardName, useCardSearch } from './useCardSearch'

/** Any number of enrolled cards. */
export function CardsField({ id, label, hint, problem, required, texts, onChange }: KindFieldProps) {
  const { t } = useTranslation(['commands', 'forms'])
  const { text, setText, cards, isLoading } = useCardSearch()
  // Those that were picked earlier may be none of those that are offered now.
  const [picked, setPicked] = useState<readonly Card[]>([])
  const chosen = picked.filter((card) => texts.includes(String(card.id)))
  return (
    <Autocomplete<Card, true>
      multiple
      id={id}
      options={cards}
      value={[...chosen]}
      inputValue={text}
      loading={isLoading}
      disableCloseOnSelect
      onInputChange={(_event, typed) => setText(typed)}
      onChange={(_event, next) => {
        setPicked(next)
        onChange(next.map((card) => String(card.id)))
      }}
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
          helperText={problem ?? hint}
        />
      )}
    />
  )
}
