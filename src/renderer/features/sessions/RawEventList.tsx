import Typography from '@mui/material/Typography'
import { useOrpc } from '@renderer/link'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EVENTS_A_PAGE, RawEvents } from './RawEvents'

/** The messages that a session was made from, exactly as they came, newest first. */
export function RawEventList({ sessionId }: { readonly sessionId: number }) {
  const { t } = useTranslation('sessions')
  const found = useInfiniteQuery(
    useOrpc().sessions.rawEvents.infiniteOptions({
      input: (before: number | null) => ({ sessionId, before, limit: EVENTS_A_PAGE }),
      initialPageParam: null as number | null,
      getNextPageParam: (page) => page.next,
    }),
  )
  return (
    <RawEvents
      found={found}
      label={t('evidence.list')}
      none={<Typography color="textSecondary">{t('evidence.none')}</Typography>}
    />
  )
}
