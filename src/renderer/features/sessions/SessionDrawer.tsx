import { DetailDrawer, ErrorState, LoadingState, Section } from '@renderer/components'
import { Disclosure } from '@renderer/components/Disclosure'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { feeds, useFeed, useOrpc } from '@renderer/link'
import type { Session } from '@shared/contract/sessions'
import { goesOn } from '@shared/ocpp/session'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ChargingMark } from './ChargingMark'
import { Doubts } from './Doubts'
import { FreeAlready } from './FreeAlready'
import { Measurements } from './Measurements'
import { RawEventList } from './RawEventList'
import { Readings } from './Readings'
import { Reconcile } from './Reconcile'
import { CardFacts, EnergyFacts, PlaceFacts } from './SessionFacts'
import { SignedValues } from './SignedValues'

interface SessionDrawerProps {
  readonly sessionId: number
  readonly onClose: () => void
}

/** One session: where, who, how much, what is doubtful, and its readings. */
export function SessionDrawer({ sessionId, onClose }: SessionDrawerProps) {
  const { t } = useTranslation('sessions')
  const orpc = useOrpc()
  const running = useFeed(feeds.runningSessions)
  const found = useQuery(orpc.sessions.get.queryOptions({ input: { sessionId } }))
  const session = newer(running.byId.get(sessionId), found.data?.session)
  if (!session) {
    return (
      <DetailDrawer title={t('drawer.session')} onClose={onClose}>
        {found.isError ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <LoadingState rows={6} />
        )}
      </DetailDrawer>
    )
  }
  return (
    <DetailDrawer
      title={t('drawer.title', { station: session.stationIdentity })}
      mark={<ChargingMark session={session} />}
      onClose={onClose}
      actions={
        goesOn(session) ? (
          <PermittedButton
            call="commands.send"
            to={`/stations/${session.stationId}/commands/stop-session?session=${session.id}`}
            variant="outlined"
          >
            {t('drawer.end')}
          </PermittedButton>
        ) : undefined
      }
    >
      {goesOn(session) && <FreeAlready session={session} />}
      {session.doubts.length > 0 && <Doubts doubts={session.doubts} />}
      {(session.doubts.length > 0 || session.settled !== null) && <Reconcile session={session} />}
      <Section title={t('drawer.energy')}>
        <EnergyFacts session={session} />
      </Section>
      <Section title={t('drawer.when')}>
        <PlaceFacts session={session} />
      </Section>
      <Section title={t('drawer.card')}>
        <CardFacts session={session} />
      </Section>
      <Section title={t('drawer.readings')}>
        {found.data ? (
          <Readings
            sessionId={sessionId}
            readings={found.data.readings}
            meterStartWh={session.meterStartWh}
            hasFallen={session.doubts.includes('meter-went-back')}
          />
        ) : found.isError ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <LoadingState rows={2} />
        )}
      </Section>
      <Section title={t('evidence.title')}>
        <Disclosure summary={t('measured.open')}>{() => <Measurements sessionId={sessionId} />}</Disclosure>
        <Disclosure summary={t('signed.open')}>{() => <SignedValues sessionId={sessionId} />}</Disclosure>
        <Disclosure summary={t('evidence.open')}>{() => <RawEventList sessionId={sessionId} />}</Disclosure>
      </Section>
    </DetailDrawer>
  )
}

/** The feed is ahead of the query while the session runs, and behind it once the session has left the feed. */
function newer(live: Session | undefined, asked: Session | undefined): Session | undefined {
  if (!live || !asked) return live ?? asked
  return asked.updatedAt > live.updatedAt ? asked : live
}
