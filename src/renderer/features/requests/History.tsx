import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { EmptyState, ErrorState, LoadingState, NothingFound } from '@renderer/components'
import { isNarrowed, readFilter } from '@renderer/components/list/listFilter'
import { ofStation } from '@renderer/components/list/oneStationFilter'
import { useOrpc } from '@renderer/link'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { behindHistory, HISTORY_FILTER, ofStatus } from './historyFilter'
import { DeliveryMark, RequestStatusMark } from './marks'
import { RequestLink } from './RequestLink'

const PAGE = 50

/** Every request that was ever made, newest first, as far as its address does not narrow it. */
export function History({ openId }: { readonly openId: number | null }) {
  const { t } = useTranslation(['requests', 'common'])
  const orpc = useOrpc()
  const navigate = useNavigate()
  const filter = readFilter(HISTORY_FILTER, useLocation().search)
  const { status } = filter
  const found = useInfiniteQuery(
    orpc.requests.find.infiniteOptions({
      input: (before: number | null) => ({ before, limit: PAGE, ...ofStatus(status), ...ofStation(filter) }),
      initialPageParam: null as number | null,
      getNextPageParam: ({ next }) => next,
    }),
  )
  const requests = found.data?.pages.flatMap(({ entries }) => entries) ?? []
  return (
    <>
      {found.isError && requests.length === 0 ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <LoadingState rowHeight={64} />
      ) : requests.length === 0 ? (
        isNarrowed(HISTORY_FILTER, filter) ? (
          <NothingFound title={t('history.nothingFound')} onClear={() => void navigate('/requests?view=history')} />
        ) : (
          <EmptyState title={t('history.empty')}>{t('history.emptyText')}</EmptyState>
        )
      ) : (
        <Box component="ul" aria-label={t('history.list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {requests.map((request) => (
            <Box component="li" key={request.id} sx={{ '& + &': { borderTop: 1, borderColor: 'divider' } }}>
              <RequestLink
                request={request}
                to={`/requests/${request.id}${behindHistory(filter)}`}
                open={request.id === openId}
                mark={
                  request.delivery ? (
                    <DeliveryMark state={request.delivery.state} />
                  ) : (
                    <RequestStatusMark status={request.status} />
                  )
                }
              />
            </Box>
          ))}
        </Box>
      )}
      {found.hasNextPage && (
        <Box sx={{ p: 3 }}>
          <Button fullWidth onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
            {t('common:actions.loadMore')}
          </Button>
        </Box>
      )}
    </>
  )
}
