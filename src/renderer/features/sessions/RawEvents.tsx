import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { ErrorState, LoadingState } from '@renderer/components'
import type { RawEvent } from '@shared/contract/sessionEvidence'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RawEventItem } from './RawEventItem'

/** Messages that are asked for at once. */
export const EVENTS_A_PAGE = 20

interface RawEventsProps {
  readonly found: UseInfiniteQueryResult<InfiniteData<{ readonly entries: readonly RawEvent[] }>>
  readonly label: string
  /** Stands above the messages. */
  readonly intro?: ReactNode
  /** Stands where there are none. */
  readonly none: ReactNode
}

/** Messages exactly as they came, newest first, and more of them on request. */
export function RawEvents({ found, label, intro, none }: RawEventsProps) {
  const { t } = useTranslation('sessions')
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <LoadingState rows={3} />
  const events = found.data.pages.flatMap(({ entries }) => entries)
  if (events.length === 0) return none
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 880 }}>
      {intro}
      <Box component="ol" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
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
