import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Section } from '@renderer/components'
import type { ApartSession, ReportHead } from '@shared/contract/reports'
import { showUnprintable } from '@shared/printable'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PlainTable } from './PlainTable'
import { useReportFormat, useWho } from './useReportFormat'

interface ApartSessionsProps {
  readonly sessions: readonly ApartSession[]
  readonly head: ReportHead
  /** Directly under the title of the page. */
  readonly top?: boolean
}

/** Sessions that are shown before somebody asks for all. */
const SHOWN_AT_FIRST = 10

/** What counts in no sum, and why: each with a link to where it can be settled. */
export function ApartSessions({ sessions, head, top }: ApartSessionsProps) {
  const { t } = useTranslation('reports')
  const { moment, kilowattHours } = useReportFormat(head.issuer.currency, head.timeZone)
  const who = useWho()
  const [all, setAll] = useState(false)
  const shown = all ? sessions : sessions.slice(0, SHOWN_AT_FIRST)
  return (
    <Section top={top} title={t('apart.title', { count: sessions.length })}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('apart.text', { count: sessions.length })}
      </Typography>
      <PlainTable
        label={t('apart.title', { count: sessions.length })}
        head={[t('column.session'), t('column.who'), t('column.why'), t('column.soFar')]}
        numbers={[3]}
        rows={shown.map((session) => ({
          key: session.sessionId,
          cells: [
            <Link key="link" to={`/sessions/${session.sessionId}`}>
              {session.beganAt === null ? t('noBeginning') : moment(session.beganAt)} ·{' '}
              {showUnprintable(session.stationIdentity)}
            </Link>,
            showUnprintable(who(session)),
            t(`apart.reason.${session.reason}`),
            session.energyMwh === null ? t('notKnown') : kilowattHours(session.energyMwh),
          ],
        }))}
      />
      {shown.length < sessions.length && (
        <Box sx={{ mt: 2 }}>
          <Button size="small" onClick={() => setAll(true)}>
            {t('apart.all', { count: sessions.length })}
          </Button>
        </Box>
      )}
    </Section>
  )
}
