import type { ReportHead, ReportSession } from '@shared/contract/reports'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PlainTable } from './PlainTable'
import { useReportFormat, useWho } from './useReportFormat'

interface SessionTableProps {
  readonly head: ReportHead
  readonly sessions: readonly ReportSession[]
  /** Whose each was is another column; where all are one's, it says nothing. */
  readonly withWho: boolean
  /** With a link to each; on paper there are none. */
  readonly linked: boolean
}

/** The sessions of a line, with what of each belongs to the month. */
export function SessionTable({ head, sessions, withWho, linked }: SessionTableProps) {
  const { t } = useTranslation('reports')
  const { moment, kilowattHours, fineMoney } = useReportFormat(head.issuer.currency, head.timeZone)
  const who = useWho()
  const hasMoney = head.tariffs.length > 0
  const marks = (session: ReportSession) => {
    const isPart = session.energyMwh !== session.wholeEnergyMwh
    const words = [
      isPart ? t('part', { whole: kilowattHours(session.wholeEnergyMwh) }) : null,
      session.split === 'time' ? t('splitByTime') : null,
    ].filter((word) => word !== null)
    return words.length === 0 ? null : <small>{words.join(' · ')}</small>
  }
  const energySum = sessions.reduce((sum, { energyMwh }) => sum + energyMwh, 0)
  const priceSum = sessions.reduce((sum, { energyMilliMinor }) => sum + energyMilliMinor, 0)
  const columns = [
    t('column.began'),
    t('column.ended'),
    t('column.station'),
    ...(withWho ? [t('column.who')] : []),
    t('column.energy'),
    ...(hasMoney ? [t('column.price')] : []),
  ]
  const firstNumber = withWho ? 4 : 3
  return (
    <PlainTable
      label={t('sessionsOfLine')}
      head={columns}
      numbers={[firstNumber, firstNumber + 1]}
      rows={sessions.map((session) => ({
        key: session.sessionId,
        cells: [
          linked ? (
            <Link key="link" to={`/sessions/${session.sessionId}`}>
              {moment(session.beganAt)}
            </Link>
          ) : (
            moment(session.beganAt)
          ),
          moment(session.endedAt),
          showUnprintable(session.stationIdentity),
          ...(withWho ? [showUnprintable(who(session))] : []),
          <span key="energy">
            {kilowattHours(session.energyMwh)}
            {marks(session) !== null && <br />}
            {marks(session)}
          </span>,
          ...(hasMoney ? [fineMoney(session.energyMilliMinor)] : []),
        ],
      }))}
      sum={[
        t('figures.sum'),
        '',
        '',
        ...(withWho ? [''] : []),
        kilowattHours(energySum),
        ...(hasMoney ? [fineMoney(priceSum)] : []),
      ]}
    />
  )
}
