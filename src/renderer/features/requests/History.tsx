import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { EmptyState, ErrorState, LoadingState, NothingFound } from '@renderer/components'
import { useOrpc } from '@renderer/link'
import { REQUEST_STATUSES } from '@shared/contract/requests'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeliveryMark, RequestStatusMark } from './marks'
import { RequestLink } from './RequestLink'

const PAGE = 50

/** Every request that was ever made, newest first. */
export function History({ openId }: { readonly openId: number | null }) {
  const { t } = useTranslation(['requests', 'common'])
  const orpc = useOrpc()
  const [status, setStatus] = useState<'' | (typeof REQUEST_STATUSES)[number]>('')
  const found = useInfiniteQuery(
    orpc.requests.find.infiniteOptions({
      input: (before: number | null) => ({ before, limit: PAGE, ...(status === '' ? {} : { status }) }),
      initialPageParam: null as number | null,
      getNextPageParam: ({ next }) => next,
    }),
  )
  const requests = found.data?.pages.flatMap(({ entries }) => entries) ?? []
  return (
    <>
      <Box sx={{ p: 3, borderBottom: 1, borderColor: 'divider' }}>
        <TextField
          select
          label={t('history.filter')}
          value={status}
          onChange={(event) => setStatus(event.target.value as typeof status)}
          slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        >
          <MenuItem value="">{t('history.all')}</MenuItem>
          {REQUEST_STATUSES.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`status.${each}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      {found.isError && requests.length === 0 ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <LoadingState rowHeight={64} />
      ) : requests.length === 0 ? (
        status === '' ? (
          <EmptyState title={t('history.empty')}>{t('history.emptyText')}</EmptyState>
        ) : (
          <NothingFound title={t('history.nothingFound')} onClear={() => setStatus('')} />
        )
      ) : (
        <Box component="ul" aria-label={t('history.list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {requests.map((request) => (
            <Box component="li" key={request.id} sx={{ '& + &': { borderTop: 1, borderColor: 'divider' } }}>
              <RequestLink
                request={request}
                to={`/requests/${request.id}?view=history`}
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
