import Box from '@mui/material/Box'
import { useCardReason } from '@renderer/i18n/useCardReason'
import { useNamedStations } from '@renderer/link/useNamedStations'
import type { RefusalReason } from '@shared/contract/cardRules'
import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import { useTranslation } from 'react-i18next'
import { type Tone, ToneMark } from './ToneMark'

/** Refusals that nothing but a rule of the card is behind: it is known, and at another time or place it charges. */
const PASSING: Tone = { shape: 'hourglass', colour: 'attention' }

const LOOK: Readonly<Record<AuthorizationStatus, Tone>> = {
  accepted: { shape: 'ring-tick', colour: 'good' },
  'too-many-guesses': { shape: 'ring-cross', colour: 'danger' },
  'wrong-code': { shape: 'ring', colour: 'attention' },
  unknown: { shape: 'ring', colour: 'attention' },
  'card-wanted': { shape: 'ring', colour: 'attention' },
  blocked: { shape: 'ring-cross', colour: 'danger' },
  expired: { shape: 'dash', colour: 'attention' },
  'not-yet-valid': PASSING,
  'starts-nothing': { shape: 'dash', colour: 'quiet' },
  'not-at-this-location': { shape: 'dash', colour: 'attention' },
  'not-this-evse': { shape: 'dash', colour: 'attention' },
  'not-at-this-time': PASSING,
  'no-credit': PASSING,
  'charging-already': PASSING,
}

interface CardAnswerProps {
  readonly status: AuthorizationStatus
  readonly reason: RefusalReason | null
  /** When it was answered: a moment of that day is told by its hour alone. */
  readonly at: number
}

/** What the site answers to a card, and what stands behind a refusal. */
export function CardAnswer({ status, reason, at }: CardAnswerProps) {
  const { t } = useTranslation('common')
  const behind = useCardAnswerReason()({ reason, at })
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1 }}>
      <ToneMark {...LOOK[status]} word={t(`cardAnswer.${status}`)} />
      {behind && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {behind}
        </Box>
      )}
    </Box>
  )
}

/** What stands behind a refusal, in words; null where its status says it all. */
export function useCardAnswerReason() {
  const stations = useNamedStations()
  const why = useCardReason()
  return ({ reason, at }: Pick<CardAnswerProps, 'reason' | 'at'>) =>
    reason && why(reason, at, (id) => stations.find((station) => station.id === id)?.identity ?? '')
}
