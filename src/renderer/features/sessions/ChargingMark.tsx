import { StatusMark } from '@renderer/components'
import { type Tone, ToneMark } from '@renderer/components/ToneMark'
import type { Session } from '@shared/contract/sessions'
import { type ChargingState, goesOn } from '@shared/ocpp/session'
import { useTranslation } from 'react-i18next'

const LOOK: Readonly<Record<Exclude<ChargingState, 'charging'>, Tone>> = {
  idle: { shape: 'ring', colour: 'quiet' },
  connected: { shape: 'dotted-ring', colour: 'active' },
  'suspended-by-vehicle': { shape: 'half-disc', colour: 'attention' },
  'suspended-by-station': { shape: 'half-disc', colour: 'attention' },
}

/** What a session does now, or that it has ended. */
export function ChargingMark({ session }: { readonly session: Pick<Session, 'state' | 'chargingState' | 'doubts'> }) {
  const { t } = useTranslation('sessions')
  if (session.state === 'ended') return <ToneMark shape="ring-tick" colour="quiet" word={t('state.ended')} />
  if (!goesOn(session)) return <ToneMark shape="dotted-ring" colour="attention" word={t('state.noEnd')} />
  const doing = session.chargingState
  // 1.6 does not tell: the session runs, and no more is known.
  if (doing === null) return <ToneMark shape="ring-dot" colour="active" word={t('state.running')} />
  if (doing === 'charging') return <StatusMark status="charging" word={t('charging.charging')} />
  return <ToneMark {...LOOK[doing]} word={t(`charging.${doing}`)} />
}
