import DoneAllIcon from '@mui/icons-material/DoneAll'
import FactCheckIcon from '@mui/icons-material/FactCheckOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { EmptyState, ErrorState, LoadingState, PageTitle } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useGoOn } from '@renderer/components/useGoOn'
import { useOrpc } from '@renderer/link'
import { values } from '@renderer/link/feeds'
import { useLatest } from '@renderer/link/useFeed'
import { QUEUE_SECTIONS } from '@shared/contract/requests'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, type Ref, type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useMatch, useNavigate, useSearchParams } from 'react-router'
import { ApproveGreen } from './ApproveGreen'
import { Case } from './Case'
import type { DecideHandle } from './Decide'
import { History } from './History'
import { HistoryTools } from './HistoryTools'
import { KeyHints } from './KeyHints'
import { Queue } from './Queue'
import { RulesView } from './rules/RulesView'
import { useBulkApproval } from './useBulkApproval'
import { useDesk } from './useDesk'
import { useDeskKeys } from './useDeskKeys'
import { useQueueSteps } from './useQueueSteps'

/** What the desk shows; each has its own address. */
const VIEWS = ['queue', 'history', 'rules'] as const
type View = (typeof VIEWS)[number]

/** The request desk: left what waits (or everything that ever was asked), right the case; or the rules. */
export default function RequestsPage() {
  const { t } = useTranslation('requests')
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const named = search.get('view')
  const view: View = named === 'history' || named === 'rules' ? named : 'queue'
  const bulk = useBulkApproval()
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 480 }}>
      <PageTitle
        title={t('title')}
        action={
          <ToggleButtonGroup
            exclusive
            size="small"
            aria-label={t('view.label')}
            value={view}
            onChange={(_event, wanted: View | null) => {
              if (wanted !== null) void navigate(wanted === 'queue' ? '/requests' : `/requests?view=${wanted}`)
            }}
          >
            {VIEWS.map((each) => (
              <ToggleButton key={each} value={each}>
                {t(`view.${each}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        }
      />
      {view === 'history' && <HistoryTools />}
      {view === 'rules' ? (
        <RulesView />
      ) : (
        <Cases isHistory={view === 'history'} isGreen={named === 'green'} bulk={bulk} />
      )}
    </Box>
  )
}

interface CasesProps {
  readonly isHistory: boolean
  /** The approval of all that is green lies open in place of a case. */
  readonly isGreen: boolean
  readonly bulk: ReturnType<typeof useBulkApproval>
}

function Cases({ isHistory, isGreen, bulk }: CasesProps) {
  const { t } = useTranslation('requests')
  const navigate = useNavigate()
  const goOn = useGoOn()
  const live = useLatest(values.desk)
  const desk = useDesk()
  const decide = useRef<DecideHandle>(null)
  const list = useRef<HTMLElement>(null)
  const numbered = Number(useMatch('/requests/:requestId')?.params.requestId)
  const openId = Number.isInteger(numbered) && numbered > 0 ? numbered : null
  const sections = live.data?.sections
  const total = QUEUE_SECTIONS.reduce((sum, section) => sum + (sections?.[section] ?? 0), 0)
  const green = live.data?.green ?? 0
  const first = useQuery(
    useOrpc().requests.queue.queryOptions({ input: { offset: 0, limit: 1 }, enabled: total > 0 && openId === null }),
  )
  const firstId = total > 0 ? first.data?.entries[0]?.id : undefined
  // Without an address the first case lies open on the desk. It gets its address at once, so that a key never decides a
  // case that has just slipped under the hand.
  useEffect(() => {
    if (openId !== null || isHistory || isGreen || firstId === undefined) return
    goOn(`/requests/${firstId}`, { replace: true })
  }, [openId, isHistory, isGreen, firstId, goOn])

  const step = useQueueSteps(openId, desk.failed)
  useDeskKeys((intent) => {
    switch (intent) {
      case 'next':
      case 'previous':
        return isHistory ? undefined : step(intent === 'next' ? 1 : -1)
      case 'approve':
        return decide.current?.approve()
      case 'reject':
        return decide.current?.reject()
      case 'green':
        if (green > 0) void navigate('/requests?view=green')
        return
      case 'undo':
        if (openId !== null) desk.undo(openId)
    }
  }, openId)

  const nothingWaits = !isHistory && !isGreen && openId === null && live.state === 'ready' && total === 0

  return (
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
          {!isHistory && green > 1 && (
            <Box sx={{ borderBottom: 1, borderColor: 'divider', p: 3 }}>
              <PermittedButton
                call="requests.approveGreen"
                to="/requests?view=green"
                fullWidth
                variant="outlined"
                startIcon={<DoneAllIcon />}
              >
                {t('green.open', { count: green })}
              </PermittedButton>
            </Box>
          )}
          <List label={isHistory ? t('history.list') : t('queue.list')} scroller={list}>
            {isHistory ? (
              <History openId={openId} />
            ) : live.state === 'failed' && total === 0 ? (
              <ErrorState error={live.error} onRetry={live.retry} />
            ) : sections === undefined ? (
              <LoadingState rowHeight={64} />
            ) : total === 0 ? (
              <Typography color="textSecondary" sx={{ p: 4 }}>
                {t('empty.title')}
              </Typography>
            ) : (
              <Queue sections={sections} openId={openId} held={desk.held} scroller={list} />
            )}
          </List>
          {!isHistory && total > 0 && (
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
        ) : isHistory ? (
          <EmptyState title={t('chooseOne.title')}>{t('chooseOne.text')}</EmptyState>
        ) : isGreen ? (
          live.data && <ApproveGreen summary={live.data} bulk={bulk} />
        ) : (
          nothingWaits && <NothingWaits />
        )}
      </Box>
    </Box>
  )
}

function List({
  label,
  scroller,
  children,
}: {
  label: string
  scroller: RefObject<HTMLElement | null>
  children: ReactNode
}) {
  return (
    <Box
      component="nav"
      ref={scroller as Ref<HTMLElement>}
      aria-label={label}
      sx={{ flex: 1, overflowY: 'auto', position: 'relative' }}
    >
      {children}
    </Box>
  )
}

function NothingWaits() {
  const { t } = useTranslation('requests')
  return (
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
}
