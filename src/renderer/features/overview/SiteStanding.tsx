import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { Session } from '@shared/contract/sessions'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSite } from '../../app/SiteContext'
import { StatusMark } from '../../components/StatusMark'
import { StatusShape } from '../../components/StatusShape'
import type { Tone } from '../../components/ToneMark'
import { useFormat } from '../../i18n/useFormat'
import { feeds } from '../../link/feeds'
import { groupsOf } from '../../link/liveSource'
import { useFeed } from '../../link/useFeed'
import { useSelected } from '../../link/useSelected'
import { countByStatus, type SiteTone, standingOf } from './standing'
import { useDecisions } from './useDecisions'

const LOOK: Readonly<Record<SiteTone, Tone>> = {
  fault: { shape: 'triangle', colour: 'danger' },
  gone: { shape: 'hollow', colour: 'attention' },
  waiting: { shape: 'hourglass', colour: 'attention' },
  well: { shape: 'ring-tick', colour: 'good' },
}

const NO_SESSIONS: ReadonlyMap<number, readonly Session[]> = new Map()

/** The first glance: whether everything is all right, what is charging, and the figures of today. */
export function SiteStanding() {
  const { t } = useTranslation(['overview', 'common'])
  const stations = useFeed(feeds.stations).entries
  const sessions = useSelected(feeds.runningSessions, groupsOf) ?? NO_SESSIONS
  const decisions = useDecisions()
  const admitted = useMemo(() => stations.filter(({ admission }) => admission === 'admitted'), [stations])
  const { tone, faults, gone, waiting } = standingOf(admitted, decisions)
  const { shape, colour } = LOOK[tone]
  const sentences = {
    fault: t('standing.fault', { count: faults }),
    gone: t('standing.gone', { count: gone }),
    waiting: t('standing.waiting', { count: waiting }),
    well: t('standing.well'),
  }
  const more = [
    ...(tone !== 'gone' && gone > 0 ? [sentences.gone] : []),
    ...(tone !== 'waiting' && waiting > 0 ? [sentences.waiting] : []),
  ]
  const counts = countByStatus(admitted, sessions)
  // What waits is said aloud when it arrives.
  const alarms = [...(faults > 0 ? [sentences.fault] : []), ...(gone > 0 ? [sentences.gone] : [])]
  return (
    <Paper
      variant="outlined"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 8,
        rowGap: 4,
        paddingInline: 5,
        paddingBlock: 4,
        mb: 4,
        borderRadius: 1.5,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, flex: '1 1 340px', minWidth: 0 }}>
        <Box sx={{ color: `status.${colour}`, flex: 'none' }}>
          <StatusShape shape={shape} size={40} />
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h2" component="p" sx={{ color: tone === 'well' ? undefined : `status.${colour}` }}>
            {sentences[tone]}
          </Typography>
          {more.length > 0 && <Typography sx={{ color: 'text.secondary' }}>{more.join(' · ')}</Typography>}
          {counts.length > 0 && (
            <Box
              component="ul"
              aria-label={t('standing.counts')}
              sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1, listStyle: 'none', m: 0, p: 0, mt: 1 }}
            >
              {counts.map(({ status, count }) => (
                <li key={status}>
                  <StatusMark
                    status={status}
                    word={t('standing.count', { count, status: t(`common:status.${status}`) })}
                  />
                </li>
              ))}
            </Box>
          )}
        </Box>
      </Box>
      <Figures />
      <div className="visually-hidden" role="status">
        {alarms.join('. ')}
      </div>
    </Paper>
  )
}

/** The three figures: power now, energy and sessions since midnight. */
const Figures = memo(function Figures() {
  const { t } = useTranslation('overview')
  const { today } = useSite()
  const format = useFormat()
  const figures = [
    { key: 'power', text: format.power(today.powerW) },
    { key: 'energy', text: format.energy(today.energyWh) },
    { key: 'sessions', text: format.number(today.sessions) },
  ] as const
  return (
    <Box
      component="dl"
      aria-label={t('figures.label')}
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 8, rowGap: 2, m: 0 }}
    >
      {figures.map(({ key, text }) => (
        <Box key={key} sx={{ display: 'flex', flexDirection: 'column' }}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            {t(`figures.${key}`)}
          </Typography>
          <Typography component="dd" variant="figure" sx={{ margin: 0, whiteSpace: 'nowrap' }}>
            {text}
          </Typography>
        </Box>
      ))}
    </Box>
  )
})
