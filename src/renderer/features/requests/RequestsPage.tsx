import FactCheckIcon from '@mui/icons-material/FactCheckOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { EmptyState, ErrorState, LoadingState, PageTitle } from '@renderer/components'
import { feeds, useFeed } from '@renderer/link'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useMatch, useNavigate, useSearchParams } from 'react-router'
import { Case } from './Case'
import type { DecideHandle } from './Decide'
import { History } from './History'
import { KeyHints } from './KeyHints'
import { Queue } from './Queue'
import { neighbour, queueOrder } from './queueOrder'
import { useDesk } from './useDesk'
import { useDeskKeys } from './useDeskKeys'

/** The request desk: left what waits (or everything that ever was asked), right the case. */
export default function RequestsPage() {
  const { t } = useTranslation('requests')
  const navigate = useNavigate()
  const feed = useFeed(feeds.requests)
  const desk = useDesk()
  const decide = useRef<DecideHandle>(null)
  const queue = useMemo(() => queueOrder(feed.entries), [feed.entries])
  const [search] = useSearchParams()
  const history = search.get('view') === 'history'
  const named = Number(useMatch('/requests/:requestId')?.params.requestId)
  const openId = Number.isInteger(named) && named > 0 ? named : null
  const firstId = queue[0]?.id
  // Without an address the first case lies open on the desk. It gets its address at once, so that a key never decides a
  // case that has just slipped under the hand.
  useEffect(() => {
    if (openId === null && !history && firstId !== undefined) void navigate(`/requests/${firstId}`, { replace: true })
  }, [openId, history, firstId, navigate])

  useDeskKeys((intent) => {
    switch (intent) {
      case 'next':
      case 'previous': {
        if (history) return
        const next = neighbour(queue, openId, intent === 'next' ? 1 : -1)
        if (next !== null && next !== openId) void navigate(`/requests/${next}`)
        return
      }
      case 'approve':
        return decide.current?.approve()
      case 'reject':
        return decide.current?.reject()
      case 'undo':
        if (openId !== null) desk.undo(openId)
    }
  })

  const nothingWaits = !history && openId === null && feed.state === 'ready' && queue.length === 0

  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 480 }}>
      <PageTitle
        title={t('title')}
        action={
          <ToggleButtonGroup
            exclusive
            size="small"
            aria-label={t('view.label')}
            value={history ? 'history' : 'queue'}
            onChange={(_event, view: 'history' | 'queue' | null) => {
              if (view !== null) void navigate(view === 'history' ? '/requests?view=history' : '/requests')
            }}
          >
            <ToggleButton value="queue">{t('view.queue')}</ToggleButton>
            <ToggleButton value="history">{t('view.history')}</ToggleButton>
          </ToggleButtonGroup>
        }
      />
      <Box
        sx={{
          flex: 1,
          minHeight: 0,
          display: 'grid',
          gridTemplateColumns: nothingWaits ? '1fr' : 'minmax(220px, 300px) minmax(0, 1fr)',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1.5,
          bgcolor: 'background.paper',
          overflow: 'hidden',
        }}
      >
        {!nothingWaits && (
          <Box sx={{ borderRight: 1, borderColor: 'divider', minHeight: 0, display: 'flex', flexDirection: 'column' }}>
            <Box
              component="nav"
              aria-label={history ? t('history.list') : t('queue.list')}
              sx={{ flex: 1, overflowY: 'auto', position: 'relative' }}
            >
              {history ? (
                <History openId={openId} />
              ) : feed.state === 'failed' && queue.length === 0 ? (
                <ErrorState error={feed.error} onRetry={feed.retry} />
              ) : feed.state === 'loading' ? (
                <LoadingState rowHeight={64} />
              ) : queue.length === 0 ? (
                <Typography color="textSecondary" sx={{ p: 4 }}>
                  {t('empty.title')}
                </Typography>
              ) : (
                <Queue queue={queue} openId={openId} held={desk.held} />
              )}
            </Box>
            {!history && queue.length > 0 && (
              <Box sx={{ borderTop: 1, borderColor: 'divider', px: 4, py: 3 }}>
                <KeyHints />
              </Box>
            )}
          </Box>
        )}
        {/* What gets the focus must not end up under the decision at the foot of the case. */}
        <Box sx={{ overflowY: 'auto', minHeight: 0, position: 'relative', scrollPaddingBottom: 240 }}>
          {openId !== null ? (
            <Case key={openId} requestId={openId} desk={desk} decide={decide} />
          ) : history ? (
            <EmptyState title={t('chooseOne.title')}>{t('chooseOne.text')}</EmptyState>
          ) : (
            nothingWaits && (
              <EmptyState
                icon={<FactCheckIcon />}
                title={t('empty.title')}
                action={
                  <Button component={Link} to="/requests?view=history" variant="outlined">
                    {t('empty.history')}
                  </Button>
                }
              >
                {t('empty.text')}
              </EmptyState>
            )
          )}
        </Box>
      </Box>
    </Box>
  )
}
