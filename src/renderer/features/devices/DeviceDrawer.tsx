import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { CopyText, DetailDrawer, EmptyState, FactList, LoadingState, RelativeTime, Section } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useCertificateFacts } from '@renderer/features/certificates/certificateFacts'
import { SignerPath } from '@renderer/features/certificates/chain/SignerPath'
import { useFormat } from '@renderer/i18n/useFormat'
import type { FeedView } from '@renderer/link/useFeed'
import type { Device } from '@shared/contract/devices'
import { ownTopics } from '@shared/devices/policy'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ConnectedMark, DeviceStateMark, LastSeen } from './deviceState'
import { PolicyEditor } from './PolicyEditor'
import { RemoveDevice } from './RemoveDevice'
import { RevokeDevice } from './RevokeDevice'

interface DeviceDrawerProps {
  readonly view: FeedView<Device>
  readonly deviceId: number
  readonly onClose: () => void
}

/** One device: its certificate, its topics, its rights. */
export function DeviceDrawer({ view, deviceId, onClose }: DeviceDrawerProps) {
  const { t } = useTranslation('devices')
  const device = view.byId.get(deviceId)
  if (device) return <DeviceDetail key={deviceId} device={device} onClose={onClose} />
  return (
    <DetailDrawer title={t('title')} onClose={onClose}>
      {view.state === 'loading' ? (
        <LoadingState rows={5} />
      ) : (
        <EmptyState title={t('drawer.gone')}>{t('drawer.goneText')}</EmptyState>
      )}
    </DetailDrawer>
  )
}

function DeviceDetail({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  const factsOf = useCertificateFacts()
  const [asking, setAsking] = useState<'revoke' | 'remove' | null>(null)
  const isOver = device.state === 'revoked' || device.state === 'gone'
  const keep = () => setAsking(null)
  const own = ownTopics(device.clientId)
  return (
    <DetailDrawer
      title={device.clientId}
      mark={<DeviceStateMark state={device.state} />}
      subtitle={<ConnectedMark connected={device.connected} />}
      onClose={onClose}
      actions={
        <>
          <Box sx={{ flex: 1 }} />
          {isOver && (
            <PermittedButton
              call="devices.remove"
              variant="outlined"
              disabled={asking === 'remove'}
              onClick={() => setAsking('remove')}
            >
              {t('remove.button')}
            </PermittedButton>
          )}
          {device.state !== 'revoked' && (
            <PermittedButton
              call="devices.revoke"
              variant="outlined"
              color="error"
              disabled={asking === 'revoke'}
              onClick={() => setAsking('revoke')}
            >
              {t('revoke.button')}
            </PermittedButton>
          )}
        </>
      }
    >
      {asking !== null && (
        <Box sx={{ mb: 4 }}>
          {asking === 'revoke' && <RevokeDevice device={device} onEnd={keep} />}
          {asking === 'remove' && <RemoveDevice device={device} onKeep={keep} onGone={onClose} />}
        </Box>
      )}
      <Section title={t('drawer.facts')}>
        <FactList
          facts={[
            { name: t('drawer.clientId'), value: <CopyText text={device.clientId} what={t('drawer.clientId')} /> },
            { name: t('drawer.type'), value: device.type },
            { name: t('drawer.serviceCode'), value: device.serviceCode },
            { name: t('drawer.deviceType'), value: device.deviceType },
            { name: t('drawer.token'), value: device.token.name },
            { name: t('drawer.registered'), value: <RelativeTime at={device.createdAt} /> },
            { name: t('drawer.seen'), value: <LastSeen device={device} /> },
            { name: t('drawer.rate'), value: format.number(device.messagesPerMinute) },
          ]}
        />
      </Section>
      <Section title={t('drawer.certificate')}>
        {device.requestId !== null && (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 2 }}>
            <Typography>{t('drawer.waits')}</Typography>
            <Button component={Link} to={`/requests/${device.requestId}`} size="small" variant="outlined">
              {t('drawer.toDesk')}
            </Button>
          </Box>
        )}
        {device.certificate === null ? (
          <Typography color="textSecondary">{t('drawer.none')}</Typography>
        ) : (
          <>
            <Box sx={{ mb: 3 }}>
              <SignerPath owner={device.clientId} certificate={device.certificate} revoked={false} />
            </Box>
            <FactList facts={factsOf(device.certificate)} />
          </>
        )}
      </Section>
      <Section title={t('drawer.topics')}>
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
          {[
            ...own.read.map((topic) => ({ topic, way: t('drawer.reads') })),
            ...own.write.map((topic) => ({ topic, way: t('drawer.writes') })),
          ].map(({ topic, way }) => (
            <Box component="li" key={topic} sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
              <Typography variant="body2" color="textSecondary" component="span" sx={{ minWidth: 56 }}>
                {way}
              </Typography>
              <CopyText text={topic} what={t('test.topic')} />
            </Box>
          ))}
        </Box>
      </Section>
      {device.state !== 'revoked' && (
        <Section title={t('policy.title')}>
          <PolicyEditor device={device} />
        </Section>
      )}
    </DetailDrawer>
  )
}
