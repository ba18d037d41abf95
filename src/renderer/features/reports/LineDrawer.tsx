import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { DetailDrawer, ErrorState, LoadingState, Section } from '@renderer/components'
import { safeFileName } from '@renderer/components/saveText'
import { TableExport } from '@renderer/components/TableExport'
import { useClient } from '@renderer/link'
import type { Grouping, ReportLine } from '@shared/contract/reports'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApartSessions } from './ApartSessions'
import { ChargeTable } from './ChargeTable'
import { monthWords, statementsPath } from './month'
import { SessionTable } from './SessionTable'
import { type Report, useReportSessions } from './useReport'
import { useLineName } from './useReportFormat'

interface LineDrawerProps {
  readonly report: Report
  readonly line: ReportLine
  readonly by: Grouping
  readonly onClose: () => void
}

/** One line of a report: what it costs, and the sessions that it is made of. */
export function LineDrawer({ report: { head, apart }, line, by, onClose }: LineDrawerProps) {
  const { t, i18n } = useTranslation('reports')
  const client = useClient()
  const name = useLineName()(line)
  const { month } = head
  const sessions = useReportSessions({ month, by, key: line.key })
  const own = apart.filter(({ lineKey }) => lineKey === line.key)
  return (
    <DetailDrawer
      title={name}
      subtitle={monthWords(month, i18n.language)}
      onClose={onClose}
      actions={
        <>
          <Button component={Link} to={statementsPath(month, by, line.key)} variant="contained">
            {t('statements.one')}
          </Button>
          <TableExport
            open={(format, signal) =>
              client.reports.table({ month, by, key: line.key, rows: 'sessions', ...format }, { signal })
            }
            fileName={() => safeFileName(t('file.sessions', { month, name: `-${name}` }))}
            total={line.sessions}
          />
        </>
      }
    >
      {line.detail !== '' && (
        <Typography color="textSecondary" sx={{ mb: 4 }}>
          {showUnprintable(line.detail)}
        </Typography>
      )}
      {head.tariffs.length > 0 && (
        <Section title={t('charge.title')}>
          <ChargeTable head={head} line={line} />
        </Section>
      )}
      <Section title={t('sessionsOfLine')}>
        {sessions.data ? (
          <SessionTable head={head} sessions={sessions.data} withWho={by === 'station'} linked />
        ) : sessions.isError ? (
          <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
        ) : (
          <LoadingState rows={4} />
        )}
      </Section>
      {own.length > 0 && <ApartSessions sessions={own} head={head} />}
    </DetailDrawer>
  )
}
