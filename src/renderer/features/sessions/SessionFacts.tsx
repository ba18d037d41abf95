import Link from '@mui/material/Link'
import { CopyText, FactList, TimeSentence } from '@renderer/components'
import { useNow } from '@renderer/components/useNow'
import type { sessions as words } from '@renderer/i18n/en/sessions'
import { useFormat } from '@renderer/i18n/useFormat'
import { useHasWords } from '@renderer/i18n/useHasWords'
import type { Session } from '@shared/contract/sessions'
import { goesOn } from '@shared/ocpp/session'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import { usePowerNow } from './usePowerNow'

interface SessionProps {
  readonly session: Session
}

/** How much was delivered, and between which meter readings. */
export function EnergyFacts({ session }: SessionProps) {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  const powerW = usePowerNow(session)
  const energy = (wattHours: number | null) => (wattHours === null ? t('drawer.noReading') : format.energy(wattHours))
  return (
    <FactList
      facts={[
        {
          name: t('drawer.delivered'),
          value: session.energyWh === null ? t('ledger.noEnergy') : energy(session.energyWh),
        },
        ...(goesOn(session)
          ? [
              {
                name: t('drawer.power'),
                value: powerW === null ? t('drawer.noReading') : format.power(powerW),
              },
            ]
          : []),
        {
          // Of a session whose start never came, the first reading is not that of its start.
          name: t(session.startedAt === null ? 'drawer.meterFirst' : 'drawer.meterStart'),
          value: energy(session.meterStartWh),
        },
        { name: t('drawer.meterLast'), value: energy(session.meterLastWh) },
      ]}
    />
  )
}

/** When and where. */
export function PlaceFacts({ session }: SessionProps) {
  const { t } = useTranslation(['sessions', 'common'])
  const format = useFormat()
  const now = useNow()
  const { startedAt, endedAt, evseId, connectorId, stopReason } = session
  const time = (at: number) => (
    <TimeSentence at={at} words={(when) => t('common:exactTime', { exact: format.dateTime(at), when })} />
  )
  const place = [
    evseId !== null && t('running.evse', { evse: evseId }),
    connectorId !== null && t('running.connector', { connector: connectorId }),
  ].filter(Boolean)
  return (
    <FactList
      facts={[
        {
          name: t('drawer.station'),
          value: (
            <Link component={RouterLink} to={`/stations/${session.stationId}`}>
              {showUnprintable(session.stationIdentity)}
            </Link>
          ),
        },
        { name: t('drawer.place'), value: place.join(t('common:joint')) },
        { name: t('drawer.started'), value: startedAt === null ? t('unknownStart') : time(startedAt) },
        ...(endedAt === null ? [] : [{ name: t('drawer.ended'), value: time(endedAt) }]),
        ...(startedAt === null
          ? []
          : [{ name: t('drawer.duration'), value: format.duration((endedAt ?? now) - startedAt) }]),
        ...(stopReason === null ? [] : [{ name: t('drawer.stopReason'), value: <StopReason spelt={stopReason} /> }]),
        {
          name: t('drawer.transaction'),
          value: <CopyText text={session.transactionId} what={t('drawer.transaction')} />,
        },
      ]}
    />
  )
}

function StopReason({ spelt }: { readonly spelt: string }) {
  const { t } = useTranslation('sessions')
  const has = useHasWords()
  const isKnownReason = (text: string): text is keyof typeof words.stopReason => has('sessions:stopReason', text)
  return isKnownReason(spelt) ? `${t(`stopReason.${spelt}`)} (${spelt})` : showUnprintable(spelt)
}

/** Who charged. */
export function CardFacts({ session }: SessionProps) {
  const { t } = useTranslation('sessions')
  const { token, holder, cardLabel, authorization } = session
  if (token === null) return t('noCard')
  return (
    <FactList
      facts={[
        { name: t('drawer.number'), value: <CopyText text={token} what={t('drawer.cardNumber')} /> },
        ...(holder === '' ? [] : [{ name: t('drawer.holder'), value: holder }]),
        ...(cardLabel === '' ? [] : [{ name: t('drawer.label'), value: cardLabel }]),
        ...(authorization === null ? [] : [{ name: t('drawer.answer'), value: t(`authorization.${authorization}`) }]),
      ]}
    />
  )
}
