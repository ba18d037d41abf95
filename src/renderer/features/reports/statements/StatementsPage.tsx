import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { ErrorState, PageTitle, PermittedButton } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import type { Grouping, ReportSession } from '@shared/contract/reports'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useParams } from 'react-router'
import { isGrouping, isMonth, monthWords, reportPath } from '../month'
import { ReportProgress } from '../ReportProgress'
import { type Report, useReport } from '../useReport'
import { useLineName } from '../useReportFormat'
import { PrintStyle, sheetName } from './printStyle'
import { Statement } from './Statement'
import { usePrint } from './usePrint'

/** Most sessions that are printed in one go: some 500 sheets, which a browser sets in a few seconds. */
const ROWS_MAX = 20_000

/** Statements of a month as they are printed, one or all, at /reports/statements/<month>/<grouping>/<line>. */
export default function StatementsPage() {
  const { month, by, key } = useParams()
  if (!isMonth(month) || !isGrouping(by)) return <Navigate to="/reports" replace />
  return <Statements month={month} by={by} lineKey={key} />
}

interface StatementsProps {
  readonly month: string
  readonly by: Grouping
  readonly lineKey: string | undefined
}

function Statements({ month, by, lineKey }: StatementsProps) {
  const { t, i18n } = useTranslation('reports')
  // In one go: what is settled in between would be in the sums on the paper and not in its rows, or the other way round.
  const { query, seen } = useReport({
    month,
    by,
    withSessions: true,
    ...(lineKey === undefined ? {} : { key: lineKey }),
  })
  const title = t('statements.title', { month: monthWords(month, i18n.language) })
  return (
    <>
      <PageTitle
        title={title}
        action={
          <Button component={Link} to={reportPath(month, by, lineKey)}>
            {t('statements.back')}
          </Button>
        }
      />
      {query.data ? (
        <Sheets report={query.data} by={by} lineKey={lineKey} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <ReportProgress seen={seen} />
      )}
    </>
  )
}

interface SheetsProps {
  readonly report: Report
  readonly by: Grouping
  readonly lineKey: string | undefined
}

function Sheets({ report, by, lineKey }: SheetsProps) {
  const { t } = useTranslation('reports')
  const nameOf = useLineName()
  const format = useFormat()
  const { head, sessions } = report
  const lines = report.lines.filter(({ key }) => lineKey === undefined || key === lineKey)
  const byLine = useMemo(() => sessionsByLine(sessions), [sessions])
  const [only] = lines
  const fileName = t('file.statements', {
    month: head.month,
    name: only && lines.length === 1 ? `-${nameOf(only)}` : '',
  })
  const { print, busy } = usePrint(fileName)
  if (sessions.length > ROWS_MAX)
    return <Typography>{t('statements.tooMany', { most: format.number(ROWS_MAX) })}</Typography>
  if (lines.length === 0) return <Typography>{t('statements.none')}</Typography>
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 4, mb: 6 }}>
        <Button variant="contained" loading={busy} onClick={print}>
          {t('statements.print', { count: lines.length })}
        </Button>
        <Typography color="textSecondary" sx={{ flex: '1 1 320px' }}>
          {t('statements.hint')}
        </Typography>
      </Box>
      {head.issuer.addressLines.length === 0 && <NoAddress />}
      <PrintStyle head={head} names={lines.map(nameOf)} />
      <div className="statements">
        {lines.map((line, place) => (
          <Statement
            key={line.key}
            head={head}
            line={line}
            by={by}
            sheet={sheetName(place)}
            sessions={byLine.get(line.key) ?? []}
            apart={report.apart.filter((session) => session.lineKey === line.key)}
          />
        ))}
      </div>
    </>
  )
}

/** Said on screen alone: whoever is given the paper can't help it. */
function NoAddress() {
  const { t } = useTranslation('reports')
  return (
    <Alert
      severity="info"
      variant="outlined"
      sx={{ mb: 6, maxWidth: '210mm' }}
      action={
        <PermittedButton call="reports.setIssuer" to="/settings/reports" color="inherit" size="small">
          {t('statements.addAddress')}
        </PermittedButton>
      }
    >
      {t('statements.noAddress')}
    </Alert>
  )
}

function sessionsByLine(sessions: readonly ReportSession[]): Map<string, ReportSession[]> {
  const byLine = new Map<string, ReportSession[]>()
  for (const session of sessions) {
    const own = byLine.get(session.lineKey)
    if (own) own.push(session)
    else byLine.set(session.lineKey, [session])
  }
  return byLine
}
