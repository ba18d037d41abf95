import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, Section } from '@renderer/components'
import { Permitted } from '@renderer/components/Permitted'
import { useOrpc } from '@renderer/link'
import { useWho } from '@renderer/link/useRights'
import { useQuery } from '@tanstack/react-query'
import { type Ref, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { WhatItAsksFor, WhoAsks } from './CaseFacts'
import { Chain } from './Chain'
import { Comparison } from './Comparison'
import { ConfirmSecond } from './ConfirmSecond'
import { Decide, type DecideHandle } from './Decide'
import { Findings } from './Findings'
import { HeldBar } from './HeldBar'
import { RequestStatusMark } from './marks'
import { Outcome } from './Outcome'
import type { Desk } from './useDesk'

interface CaseProps {
  readonly requestId: number
  readonly desk: Desk
  readonly decide: Ref<DecideHandle>
}

const HEADING = {
  pending: 'heading',
  approved: 'headingDecided',
  rejected: 'headingDecided',
  unreadable: 'headingUnreadable',
} as const

/** One request with all that is needed to decide it, and what became of it. */
export function Case({ requestId, desk, decide }: CaseProps) {
  const { t } = useTranslation('requests')
  const orpc = useOrpc()
  const who = useWho()
  const found = useQuery(orpc.requests.get.queryOptions({ input: { requestId } }))
  const article = useRef<HTMLElement>(null)
  const status = found.data?.request.status
  const shown = useRef(status)
  useEffect(() => {
    // What became of a decision stands at the top of the case.
    if (shown.current !== undefined && shown.current !== status) article.current?.scrollIntoView({ block: 'start' })
    shown.current = status
  }, [status])
  if (found.isError && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <LoadingState rows={6} />

  const asked = found.data
  const { request, owner, findings, chain, comparison } = asked
  const held = desk.held.get(requestId)
  const open = request.status === 'pending' || request.status === 'unreadable'
  return (
    <Box component="article" ref={article} aria-labelledby="case-heading" sx={{ p: 6, maxWidth: 880 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 4, rowGap: 1, mb: 5 }}>
        <Typography id="case-heading" variant="h2" sx={{ overflowWrap: 'anywhere' }}>
          {t(`case.${HEADING[request.status]}`, { station: owner.name })}
        </Typography>
        <RequestStatusMark status={request.status} />
      </Box>
      {!open && <Outcome asked={asked} desk={desk} />}
      <Box
        sx={{
          mt: open ? 0 : 6,
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))',
          columnGap: 8,
          rowGap: 6,
        }}
      >
        <div>
          <WhoAsks asked={asked} />
        </div>
        <div>
          <WhatItAsksFor asked={asked} />
        </div>
      </Box>
      <Box sx={{ mt: 6 }}>
        <Section title={t('case.findings')}>
          <Findings findings={findings} />
        </Section>
        {comparison && (
          <Section title={t('compare.heading')}>
            <Comparison comparison={comparison} />
          </Section>
        )}
        {request.status !== 'unreadable' && (
          <Section title={request.status === 'approved' ? t('case.chainNow') : t('case.chain')}>
            <Chain chain={chain} decided={request.status === 'approved'} />
          </Section>
        )}
      </Box>
      {open && (
        <Box
          sx={{
            // What can be done stays in sight, however long the case is. It lies over the article's own padding.
            position: 'sticky',
            bottom: 0,
            // In a window as low as one at 200 % it would hide the case, and stands at its end instead.
            '@media (max-height: 600px)': { position: 'static' },
            mt: 6,
            mx: -6,
            mb: -6,
            px: 6,
            py: 4,
            borderTop: 1,
            borderColor: 'divider',
            bgcolor: 'background.paper',
          }}
        >
          {held ? (
            <HeldBar
              station={owner.name}
              sendsAt={held.sendsAt}
              onUndo={() => desk.undo(requestId)}
              onSendNow={() => desk.sendNow(requestId)}
            />
          ) : (
            <Section title={t('decide.heading')}>
              <Permitted call="requests.approve" leaveOut>
                <Decide
                  key={requestId}
                  asked={asked}
                  busy={desk.busy}
                  confirm={
                    // Whoever has signed in is the second one by approving what somebody else has approved first.
                    request.firstApproval &&
                    (who === null || request.firstApproval.by === who.name) && (
                      <ConfirmSecond
                        key={`second-${requestId}`}
                        first={request.firstApproval}
                        busy={desk.busy}
                        onConfirm={(second) => desk.confirm(request, second)}
                      />
                    )
                  }
                  onApprove={(reason) => desk.approve(request, reason)}
                  onReject={(reason) => desk.reject(request, reason)}
                  ref={decide}
                />
              </Permitted>
            </Section>
          )}
        </Box>
      )}
    </Box>
  )
}
