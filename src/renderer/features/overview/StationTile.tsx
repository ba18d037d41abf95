import type { Station } from '@shared/contract/stations'
import { powerNowW } from '@shared/ocpp/evseSays'
import { showUnprintable } from '@shared/printable'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Elapsed } from '../../components/Elapsed'
import { StatusMark } from '../../components/StatusMark'
import { STATUS_LOOK } from '../../components/statusLook'
import { TimeSentence } from '../../components/TimeSentence'
import { useFaultWords } from '../../i18n/useFaultWords'
import { useFormat } from '../../i18n/useFormat'
import { feeds } from '../../link/feeds'
import { useEntry, useGroup } from '../../link/useSelected'
import { type EvseRow, keptEvseRows } from '../stations/evseRows'
import { EvsePicture } from './EvsePicture'
import styles from './StationTile.module.css'

interface StationTileProps {
  readonly stationId: number
  /** Where there are many: no pictures, less room. */
  readonly dense: boolean
}

/** A station at its place on the screen, its EVSEs as rows. It watches its own station, and is drawn when that changes. */
export const StationTile = memo(function StationTile({ stationId, dense }: StationTileProps) {
  const { t } = useTranslation('overview')
  const station = useEntry(feeds.stations, stationId)
  const sessions = useGroup(feeds.runningSessions, stationId)
  if (station === undefined) return null
  const rows = keptEvseRows(station, sessions)
  const offline = station.connection.state === 'offline'
  const faulted = rows.some(({ status }) => status === 'faulted')
  return (
    <article
      className={styles.tile}
      aria-label={showUnprintable(station.identity)}
      data-dense={dense || undefined}
      data-offline={offline || undefined}
      data-faulted={faulted || undefined}
    >
      <div className={styles.head}>
        <Name stationId={stationId} identity={station.identity} />
        <span className={`${styles.quiet} ${styles.label} ${styles.cut}`}>{station.label}</span>
        {offline && <LastSeen station={station} />}
      </div>
      {rows.length === 0 ? (
        <p className={styles.none}>{t('tiles.noConnectors')}</p>
      ) : (
        <ul className={styles.evses}>
          {rows.map((row) => (
            <Evse key={row.evseId} row={row} dense={dense} />
          ))}
        </ul>
      )}
    </article>
  )
})

const Name = memo(function Name({ stationId, identity }: { readonly stationId: number; readonly identity: string }) {
  return (
    <h2 className={styles.name}>
      <Link to={`/stations/${stationId}`}>{showUnprintable(identity)}</Link>
    </h2>
  )
})

function LastSeen({ station }: { readonly station: Station }) {
  const { t } = useTranslation('overview')
  const { lastSeenAt } = station
  return (
    <span className={styles.quiet}>
      {lastSeenAt === null ? (
        t('tiles.neverSeen')
      ) : (
        <TimeSentence at={lastSeenAt} words={(when) => t('tiles.lastSeen', { when })} />
      )}
    </span>
  )
}

const Evse = memo(function Evse({ row, dense }: { readonly row: EvseRow; readonly dense: boolean }) {
  const { t } = useTranslation('overview')
  const faultOf = useFaultWords()
  const format = useFormat()
  const { session, status } = row
  const powerW = session === null ? null : powerNowW(session, row.connectors)
  const who = session === null ? '' : session.holder || session.cardLabel || session.token || t('tiles.noCard')
  return (
    <li className={styles.evse}>
      {!dense && (
        <div className={styles.picture} style={{ color: `var(--ch-palette-status-${STATUS_LOOK[status].colour})` }}>
          <EvsePicture status={status} hasSession={session !== null} />
        </div>
      )}
      <div className={styles.facts}>
        <StatusMark status={status} />
        <span className={styles.power}>{powerW !== null && format.power(powerW)}</span>
        <span className={`${styles.quiet} ${styles.cut}`}>
          {t('tiles.evse', { evse: row.evseId })}
          {who !== '' && ` · ${showUnprintable(who)}`}
          {session === null && status === 'faulted' && row.errorCode !== null && ` · ${faultOf(row.errorCode)}`}
        </span>
        <span className={`${styles.quiet} ${styles.right}`}>
          {session !== null && session.energyWh !== null && format.energy(session.energyWh)}
          {session !== null && session.energyWh !== null && status !== 'offline' && ' · '}
          {/* Of an EVSE that can't be heard, nobody knows since when it is how it is. */}
          {status !== 'offline' && <Elapsed since={session?.startedAt ?? row.since} />}
        </span>
      </div>
    </li>
  )
})
