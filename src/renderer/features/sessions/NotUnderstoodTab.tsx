import Typography from '@mui/material/Typography'
import { EmptyState } from '@renderer/components'
import { useOrpc } from '@renderer/link'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { StationTabProps } from '../stations/page/stationTab'
import { EVENTS_A_PAGE, RawEvents } from './RawEvents'

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
  return (
    <RawEvents
      found={found}
      label={t('notUnderstood.list')}
      intro={<Typography color="textSecondary">{t('notUnderstood.text')}</Typography>}
      none={<EmptyState title={t('notUnderstood.none')}>{t('notUnderstood.noneText')}</EmptyState>}
    />
  )
}
