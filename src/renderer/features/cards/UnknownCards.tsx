import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { StatusShape, TimeSentence, useNotice } from '@renderer/components'
import { useBeside } from '@renderer/components/list/useListFilter'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { feeds, useClient, useFeed } from '@renderer/link'
import type { UnknownCard } from '@shared/contract/cards'
import { isEnrollable } from '@shared/ocpp/idToken'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FROM_GUIDE } from '../firstSteps/fromGuide'
import { newDraft } from './cardDraft'
import { CARD_FILTER } from './cardFilter'

/** How many unknown cards stand in the strip before the rest is folded away. */
const SHOWN = 3

interface UnknownCardsProps {
  /** Whether the first steps show them: whoever enrols one comes back there. */
  readonly inGuide?: boolean
}

/** The strip on top: cards that nobody has enrolled, as they are presented, the newest first. */
export function UnknownCards({ inGuide = false }: UnknownCardsProps) {
  const { t } = useTranslation('cards')
  const { entries } = useFeed(feeds.unknownCards)
  const [all, setAll] = useState(false)
  if (entries.length === 0) return null
  const newest = [...entries].sort((a, b) => b.lastSeenAt - a.lastSeenAt)
  const shown = all ? newest : newest.slice(0, SHOWN)
  const more = newest.length - SHOWN
  return (
    <Box
      component="section"
      aria-label={t('unknown.region')}
      sx={{ border: 1, borderColor: 'status.attention', borderRadius: 1.5, bgcolor: 'background.paper', mb: 4 }}
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((card) => (
          <UnknownCardRow key={card.id} card={card} inGuide={inGuide} />
        ))}
      </Box>
      {more > 0 && (
        <Box sx={{ px: 4, py: 1, borderTop: 1, borderColor: 'divider', display: 'flex', alignItems: 'center', gap: 3 }}>
          {!all && <Typography color="textSecondary">{t('unknown.more', { count: more })}</Typography>}
          <Button size="small" onClick={() => setAll(!all)}>
            {all ? t('unknown.showFewer') : t('unknown.showAll')}
          </Button>
        </Box>
      )}
    </Box>
  )
}

interface RowProps extends Required<UnknownCardsProps> {
  readonly card: UnknownCard
}

function UnknownCardRow({ card, inGuide }: RowProps) {
  const { t } = useTranslation('cards')
  const client = useClient()
  const notice = useNotice()
  const explain = useExplain()
  const beside = useBeside(CARD_FILTER)
  const number = card.token
  const enrollable = isEnrollable(number)
  const putAside = useMutation({
    mutationFn: () => client.cards.dismissUnknown({ unknownCardId: card.id }),
    onSuccess: () => notice({ text: t('unknown.putAsideDone', { number }) }),
    onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
  })
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        columnGap: 3,
        rowGap: 2,
        px: 4,
        py: 2,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box component="span" sx={{ color: 'status.attention', display: 'inline-flex' }}>
        <StatusShape shape="hourglass" />
      </Box>
      <Typography component="div" sx={{ flex: '1 1 320px' }}>
        <TimeSentence
          at={card.lastSeenAt}
          words={(when) => t('unknown.seen', { number, station: card.stationIdentity, when })}
        />
        {/* The same number of another type is another card. */}
        {card.tokenType !== null && card.tokenType !== newDraft().tokenType && ` · ${t(`type.${card.tokenType}`)}`}
        {card.times > 1 && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {' · '}
            {t('unknown.times', { count: card.times })}
          </Box>
        )}
        {!enrollable && (
          <Typography variant="body2" color="textSecondary">
            {t('unknown.hidden')}
          </Typography>
        )}
      </Typography>
      {enrollable && (
        <PermittedButton
          call="cards.enrol"
          to={beside(`/cards/enrol?unknown=${card.id}${inGuide ? `&${FROM_GUIDE}` : ''}`)}
          variant="outlined"
          size="small"
          aria-label={t('unknown.enrolOf', { number })}
        >
          {t('unknown.enrol')}
        </PermittedButton>
      )}
      <PermittedButton
        call="cards.dismissUnknown"
        size="small"
        onClick={() => putAside.mutate()}
        loading={putAside.isPending}
        aria-label={t('unknown.putAsideOf', { number })}
      >
        {t('unknown.putAside')}
      </PermittedButton>
    </Box>
  )
}
