import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { TimeSentence } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { VariableReport } from '@shared/contract/variables'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAnswerWords } from '../commands/useAnswerWords'
import { useNotPossibleWords } from '../commands/useNotPossibleWords'
import { useSentCommand } from '../commands/useSentCommand'
import type { StationTabProps } from '../stations/page/stationTab'

/** When the station has told everything, what had changed then, and the way to have it tell again. */
export function ReportLine({ station }: StationTabProps) {
  const { t } = useTranslation('variables')
  const orpc = useOrpc()
  const explain = useExplain()
  const answer = useAnswerWords()
  const why = useNotPossibleWords()
  const reports = useQuery(orpc.variables.reports.queryOptions({ input: { stationId: station.id } }))
  const sent = useSentCommand(station.id)
  const isOnline = station.connection.state === 'online'
  const isOnItsWay = sent.isSending || sent.command?.state === 'sent' || sent.command?.state === 'waiting'
  const { newest, full, counts } = reports.data ?? { newest: null, full: null, counts: null }
  const changes = (['changed', 'new', 'gone'] as const)
    .filter((each) => (counts?.[each] ?? 0) > 0)
    .map((each) => t(`report.count.${each}`, { count: counts?.[each] ?? 0 }))
  const answered = sent.command !== null && !isOnItsWay && sent.command.state !== 'accepted'
  const refused = sent.outcome?.kind === 'not-possible' ? why(sent.outcome.reason) : null
  const said = answered && sent.command !== null ? answer(sent.command) : refused
  const left = (full ?? newest)?.leftOut ?? 0
  return (
    <Box sx={{ mb: 4, flex: 'none' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, flexWrap: 'wrap' }}>
        <Typography component="p" role="status" sx={{ flex: '1 1 300px', color: 'text.secondary' }}>
          {full === null ? (
            counts !== null && t('report.never')
          ) : (
            <>
              <TimeSentence at={full.lastAt ?? full.askedAt} words={(when) => t('report.full', { when })} />
              {counts !== null && (
                <>
                  {' · '}
                  {t('report.counts', { known: counts.known })}
                  {' · '}
                  {changes.length > 0 ? t('report.changes', { changes: changes.join(', ') }) : t('report.noChanges')}
                </>
              )}
            </>
          )}
          {newest !== null && <Under report={newest} />}
          {left > 0 && ` ${t('report.leftOut', { count: left })}`}
        </Typography>
        <PermittedButton
          call="commands.send"
          variant="contained"
          disabled={!isOnline}
          loading={isOnItsWay}
          onClick={() => sent.send({ name: 'report-variables', input: { report: 'full' } })}
        >
          {t('readAll')}
        </PermittedButton>
      </Box>
      {!isOnline && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('edit.offline')}
        </Typography>
      )}
      {sent.error !== null && (
        <Alert severity="error" variant="outlined" sx={{ mt: 2 }}>
          {explain(sent.error).sentence}
        </Alert>
      )}
      {said !== null && (
        <Alert severity="warning" variant="outlined" sx={{ mt: 2 }}>
          {said}
        </Alert>
      )}
    </Box>
  )
}

/** How far the report has come that is under way. */
function Under({ report }: { readonly report: VariableReport }) {
  const { t } = useTranslation('variables')
  switch (report.state) {
    case 'asked':
      return ` ${t('report.asked')}`
    case 'coming':
      return ` ${t('report.coming', { count: report.parts })}`
    case 'incomplete':
      return ` ${t('report.incomplete')}`
    case 'complete':
      return null
  }
}
