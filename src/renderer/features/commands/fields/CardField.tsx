import Autocomplete from '@mui/material/Autocomplete'
import type { KindFieldProps } from '@renderer/components/schemaForm'
import { useOrpc } from '@renderer/link'
import type { Card } from '@shared/contract/cards'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCardPicker } from './useCardPicker'

/** An enrolled card, found by a part of its number, holder or label. */
export function CardField(props: KindFieldProps) {
  const { t } = useTranslation('commands')
  const { hint, texts, onChange } = props
  const { picker, box } = useCardPicker(props)
  const [chosen = ''] = texts
  const card = useCard(chosen, picker.options)
  return (
    <Autocomplete<Card>
      {...picker}
      value={card}
      onChange={(_event, next) => onChange([next === null ? '' : String(next.id)])}
      renderInput={(params) => box(params, card?.blocked === true ? t('pick.blockedCard') : hint)}
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
