import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { EmptyState, ErrorState, Section } from '@renderer/components'
import { Disclosure } from '@renderer/components/Disclosure'
import { useBeside } from '@renderer/components/list/useListFilter'
import type { Grouping } from '@shared/contract/reports'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { ApartSessions } from './ApartSessions'
import { LineDrawer } from './LineDrawer'
import { LineList } from './LineList'
import { LINE_FILTER } from './lineView'
import { monthOf, monthWords, reportPath, statementsPath } from './month'
import { ReportChoice } from './ReportChoice'
import { ReportFigures } from './ReportFigures'
import { ReportProgress } from './ReportProgress'
import { RuleList } from './RuleList'
import { type Report, useReport } from './useReport'

interface MonthReportProps {
  readonly month: string
  readonly by: Grouping
  /** The line whose sessions are shown beside it. */
  readonly openKey: string | null
}

/** A month: what to put together, its sums, a line each, and what counts in no sum. */
export function MonthReport({ month, by, openKey }: MonthReportProps) {
  const { t } = useTranslation('reports')
  const navigate = useNavigate()
  const beside = useBeside(LINE_FILTER)
  const { query, seen } = useReport({ month, by })
  const report = query.data
  const open = report?.lines.find(({ key }) => key === openKey)
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, gap: 4, pb: 4 }}>
      <ReportChoice month={month} by={by}>
        <Box sx={{ flex: 1 }} />
        {report && report.lines.length > 0 && (
          <Button component={Link} to={statementsPath(month, by)} variant="contained">
            {t('statements.all')}
          </Button>
        )}
      </ReportChoice>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {report ? (
        <WholeReport
          report={report}
          by={by}
          openKey={openKey}
          isMaking={query.isFetching}
          onAgain={() => void query.refetch()}
        />
      ) : (
        query.isError || <ReportProgress seen={seen} />
      )}
      {report && open && (
        <LineDrawer report={report} line={open} by={by} onClose={() => void navigate(beside(reportPath(month, by)))} />
      )}
    </Box>
  )
}

interface WholeReportProps {
  readonly report: Report
  readonly by: Grouping
  readonly openKey: string | null
  /** Whether it is being made anew. */
  readonly isMaking: boolean
  readonly onAgain: () => void
}

function WholeReport({ report, by, openKey, isMaking, onAgain }: WholeReportProps) {
  const { t, i18n } = useTranslation('reports')
  const { head, lines, apart } = report
  if (lines.length === 0 && apart.length === 0) {
    const thisMonth = monthOf(Date.now())
    return (
      <EmptyState
        title={t('empty', { month: monthWords(head.month, i18n.language) })}
        action={
          head.month !== thisMonth && (
            <Button component={Link} to={reportPath(thisMonth, by)} variant="outlined">
              {t('thisMonth')}
            </Button>
          )
        }
      >
        {t('emptyText')}
      </EmptyState>
    )
  }
  return (
    <>
      <ReportFigures head={head} isMaking={isMaking} onAgain={onAgain} />
      {head.tariffs.length === 0 && (
        <Alert
          severity="info"
          variant="outlined"
          action={
            <Button component={Link} to="/reports/tariffs" color="inherit" size="small">
              {t('noTariffAction')}
            </Button>
          }
        >
          {t('noTariff')}
        </Alert>
      )}
      {lines.length > 0 && <LineList head={head} lines={lines} by={by} openKey={openKey} />}
      {apart.length > 0 && <ApartSessions sessions={apart} head={head} top />}
      <Section top title={t('rules.title')}>
        <Disclosure summary={t('rules.open')}>{() => <RuleList head={head} by={by} />}</Disclosure>
      </Section>
    </>
  )
}
