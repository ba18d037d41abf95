import { type Tone, ToneMark } from '@renderer/components/ToneMark'
import { useNow } from '@renderer/components/useNow'
import type { Card } from '@shared/contract/cards'
import { useTranslation } from 'react-i18next'
import { type CardStanding, cardStanding } from './cardStanding'

const LOOK: Readonly<Record<CardStanding, Tone>> = {
  valid: { shape: 'ring-tick', colour: 'good' },
  blocked: { shape: 'ring-cross', colour: 'danger' },
  expired: { shape: 'dash', colour: 'quiet' },
  'not-yet-valid': { shape: 'hourglass', colour: 'attention' },
}

/** Whether a charger would accept the card now. */
export function CardStandingMark({ card }: { readonly card: Card }) {
  const { t } = useTranslation('cards')
  const standing = cardStanding(card, useNow())
  return <ToneMark {...LOOK[standing]} word={t(`standing.${standing}`)} />
}
