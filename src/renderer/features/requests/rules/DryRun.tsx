import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, RelativeTime, Section } from '@renderer/components'
import { SLOW_MS, useLasting } from '@renderer/components/useLasting'
import { useOrpc } from '@renderer/link'
import type { DeskRuleConditions } from '@shared/contract/deskRules'
import { showUnprintable } from '@shared/printable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

interface DryRunProps {
  readonly conditions: DeskRuleConditions
  /** Null while it is no number that a rule can have. */
  readonly perDay: number | null
}

/** What the rule would have done with the last requests; nothing of it is done. */
export function DryRun({ conditions, perDay }: DryRunProps) {
  const { t } = useTranslation('rules')
  const found = useQuery(
    useOrpc().deskRules.dryRun.queryOptions({
      input: { conditions, perDay: perDay ?? 1 },
      enabled: perDay !== null,
      placeholderData: keepPreviousData,
    }),
  )
  // What another rule would have done must not stand under this one, but for the moment of a quick answer.
  const isSlow = useLasting(found.isPlaceholderData, SLOW_MS)
  const entries = perDay === null || isSlow ? undefined : found.data?.entries
  const approved = entries?.filter(({ reasons }) => reasons.length === 0).length ?? 0
  return (
    <Section title={t('dryRun.title')}>
      <Typography color="textSecondary" sx={{ mb: 3 }}>
        {t('dryRun.text')}
      </Typography>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {(found.isPending || isSlow) && perDay !== null && <LoadingState rows={3} rowHeight={40} />}
      {entries && (
        <Box aria-busy={found.isPlaceholderData}>
          <Typography role="status" sx={{ mb: 3, fontWeight: 600 }}>
            {entries.length === 0 ? t('dryRun.none') : t('dryRun.result', { count: entries.length, approved })}
          </Typography>
          <Box component="ul" aria-label={t('dryRun.list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {entries.map(({ request, reasons }) => (
              <Box component="li" key={request.id} sx={{ py: 2, borderTop: 1, borderColor: 'divider' }}>
                <Box sx={{ display: 'flex', gap: 3, justifyContent: 'space-between' }}>
                  <Box component={Link} to={`/requests/${request.id}?view=history`} sx={{ color: 'primary.main' }}>
                    {showUnprintable(request.owner.name)}
                  </Box>
                  <Typography variant="body2" color="textSecondary">
                    <RelativeTime at={request.lastReceivedAt} />
                  </Typography>
                </Box>
                <Typography sx={{ fontWeight: reasons.length === 0 ? 600 : undefined }}>
                  {reasons.length === 0
                    ? t('dryRun.approved')
                    : t('dryRun.left', { reasons: reasons.map((reason) => t(`reason.${reason}`)).join('; ') })}
                </Typography>
              </Box>
            ))}
          </Box>
        </Box>
      )}
    </Section>
  )
}
