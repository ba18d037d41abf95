import Autocomplete from '@mui/material/Autocomplete'
import type { KindFieldProps } from '@renderer/components/schemaForm'
import type { Card } from '@shared/contract/cards'
import { useState } from 'react'
import { useCardPicker } from './useCardPicker'

/** Any number of enrolled cards. */
export function CardsField(props: KindFieldProps) {
  const { hint, texts, onChange } = props
  const { picker, box } = useCardPicker(props)
  // Those that were picked earlier may be none of those that are offered now.
  const [picked, setPicked] = useState<readonly Card[]>([])
  const chosen = picked.filter((card) => texts.includes(String(card.id)))
  return (
    <Autocomplete<Card, true>
      {...picker}
      multiple
      value={[...chosen]}
      disableCloseOnSelect
      onChange={(_event, next) => {
        setPicked(next)
        onChange(next.map((card) => String(card.id)))
      }}
      renderInput={(params) => box(params, hint)}
    />
  )
}
