import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ApartSession, Grouping, ReportHead, ReportLine, ReportSession } from '@shared/contract/reports'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { ChargeTable } from '../ChargeTable'
import { monthWords } from '../month'
import { RuleList } from '../RuleList'
import { SessionTable } from '../SessionTable'
import { useLineName, useReportFormat } from '../useReportFormat'

interface StatementProps {
  readonly head: ReportHead
  readonly line: ReportLine
  readonly by: Grouping
  readonly sessions: readonly ReportSession[]
  /** What of the line counts in no sum: named on the paper, too. */
  readonly apart: readonly ApartSession[]
  /** What its sheets are called (`sheetName`). */
  readonly sheet: string
}

/** What somebody is given: who says so, for whom, of when, each session, what it costs, and by which rules. */
export function Statement({ head, line, by, sessions, apart, sheet }: StatementProps) {
  const { t, i18n } = useTranslation('reports')
  const name = useLineName()(line)
  const amounts = useReportFormat(head.issuer.currency, head.timeZone)
  const month = monthWords(head.month, i18n.language)
  return (
    <article className="statement" style={{ page: sheet }} aria-label={t('statement.of', { name, month })}>
      <Box component="header" sx={{ display: 'flex', gap: 6, mb: 6 }}>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          <Typography sx={{ fontWeight: 600 }}>{showUnprintable(head.siteName)}</Typography>
          {head.issuer.addressLines.map((text, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of an address may be the same.
            <div key={place}>{showUnprintable(text)}</div>
          ))}
        </Box>
        <Box sx={{ textAlign: 'right' }}>
          <Typography variant="h2">{t('statement.title')}</Typography>
          <div>{month}</div>
          <small>{t('statement.madeAt', { time: amounts.moment(head.madeAt) })}</small>
        </Box>
      </Box>
      <Box sx={{ mb: 6, overflowWrap: 'anywhere' }}>
        <small>{t('statement.for')}</small>
        <Typography variant="h2" component="p">
          {name}
        </Typography>
        {line.detail !== '' && <div>{showUnprintable(line.detail)}</div>}
      </Box>
      <Box sx={{ mb: 5 }}>
        <SessionTable head={head} sessions={sessions} withWho={by !== 'card' && by !== 'holder'} linked={false} />
      </Box>
      {head.tariffs.length > 0 && (
        <Box sx={{ mb: 5, breakInside: 'avoid' }}>
          <ChargeTable head={head} line={line} />
        </Box>
      )}
      {apart.length > 0 && (
        <Typography variant="body2" sx={{ mb: 4 }}>
          {t('statement.apart', {
            count: apart.length,
            sessions: apart
              .map(
                ({ beganAt, stationIdentity }) =>
                  `${stationIdentity}, ${beganAt === null ? t('noBeginning') : amounts.moment(beganAt)}`,
              )
              .join('; '),
          })}
        </Typography>
      )}
      <Box sx={{ fontSize: '0.6875rem', '& li, & h3': { breakInside: 'avoid' } }}>
        <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
          {t('rules.title')}
        </Typography>
        <RuleList head={head} by={by} />
      </Box>
    </article>
  )
}
