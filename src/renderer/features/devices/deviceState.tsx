import { RelativeTime } from '@renderer/components'
import { type Tone, ToneMark } from '@renderer/components/ToneMark'
import type { Device } from '@shared/contract/devices'
import { useTranslation } from 'react-i18next'

const LOOK: Readonly<Record<Device['state'], Tone>> = {
  waiting: { shape: 'hourglass', colour: 'attention' },
  active: { shape: 'ring-tick', colour: 'good' },
  revoked: { shape: 'ring-cross', colour: 'danger' },
  gone: { shape: 'dash', colour: 'quiet' },
}

/** How a device stands. */
export function DeviceStateMark({ state }: Pick<Device, 'state'>) {
  const { t } = useTranslation('devices')
  return <ToneMark {...LOOK[state]} word={t(`state.${state}`)} />
}

/** When it was there last. What is kept of one that is connected is when it came. */
export function LastSeen({ device: { connected, lastSeenAt } }: { readonly device: Device }) {
  const { t } = useTranslation(['devices', 'common'])
  if (connected) return t('common:time.justNow')
  return lastSeenAt === null ? t('never') : <RelativeTime at={lastSeenAt} />
}

/** Whether it is connected to the broker. */
export function ConnectedMark({ connected }: Pick<Device, 'connected'>) {
  const { t } = useTranslation('devices')
  return connected ? (
    <ToneMark shape="tick" colour="good" word={t('connected')} />
  ) : (
    <ToneMark shape="hollow" colour="quiet" word={t('notConnected')} />
  )
}
