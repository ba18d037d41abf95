import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { EmptyState, ErrorState, LoadingState } from '@renderer/components'
import { useOrpc } from '@renderer/link'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { StationTabProps } from '../stations/page/stationTab'
import { RawEventItem } from './RawEventList'

const EVENTS_A_PAGE = 20

/** What a station sent of energy facts that could not be understood or entered: kept, so that no record is lost. */
export default function NotUnderstoodTab({ station }: StationTabProps) {
  const { t } = useTranslation('sessions')
  const found = useInfiniteQuery(
    useOrpc().sessions.notUnderstood.infiniteOptions({
      input: (before: number | null) => ({ stationId: station.id, before, limit: EVENTS_A_PAGE }),
      initialPageParam: null as number | null,
      getNextPageParam: (page) => page.next,
    }),
  )
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <LoadingState rows={3} />
  const events = found.data.pages.flatMap(({ entries }) => entries)
  if (events.length === 0) {
    return <EmptyState title={t('notUnderstood.none')}>{t('notUnderstood.noneText')}</EmptyState>
  }
  return (
    <Box sx={{ display: 'grid', gap: 4, maxWidth: 880 }}>
      <Typography color="textSecondary">{t('notUnderstood.text')}</Typography>
      <Box
        component="ol"
        aria-label={t('notUnderstood.list')}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}
      >
        {events.map((event) => (
          <RawEventItem key={event.id} event={event} />
        ))}
      </Box>
      {found.hasNextPage && (
        <Button
          variant="outlined"
          sx={{ justifySelf: 'start' }}
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('evidence.more')}
        </Button>
      )}
    </Box>
  )
}
