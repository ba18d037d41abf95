import { TabbedPage } from '@renderer/components'
import { useBeside } from '@renderer/components/list/useListFilter'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useGoOn } from '@renderer/components/useGoOn'
import { feeds } from '@renderer/link/feeds'
import { useFeed } from '@renderer/link/useFeed'
import { useTranslation } from 'react-i18next'
import { useMatch } from 'react-router'
import { ConnectSettings } from './ConnectSettings'
import { DeviceDrawer } from './DeviceDrawer'
import { DeviceList } from './DeviceList'
import { MakeToken } from './MakeToken'
import { DEVICE_FILTER } from './shownDevices'
import { TOKEN_FILTER } from './shownTokens'
import { TestClient } from './TestClient'
import { TokenList } from './TokenList'

const TABS = ['all', 'tokens', 'try', 'connect'] as const

/** What is beside chargers: devices, the tokens they come in with, and a client to try things; at /devices/<tab>/<number>. */
export default function DevicesPage() {
  const { t } = useTranslation('devices')
  const goOn = useGoOn()
  const view = useFeed(feeds.devices)
  const { tab: named, opened } = useMatch('/devices/:tab/:opened?')?.params ?? {}
  const tab = TABS.find((each) => each === named) ?? 'all'
  const openId = tab === 'all' && Number(opened) > 0 ? Number(opened) : null
  const beside = useBeside(DEVICE_FILTER)
  const besideTokens = useBeside(TOKEN_FILTER)
  const close = () => goOn((tab === 'tokens' ? besideTokens : beside)(`/devices/${tab}`))
  const newToken = '/devices/tokens/new'
  return (
    <TabbedPage
      name="devices"
      title={t('title')}
      action={
        <PermittedButton
          call="devices.makeToken"
          to={tab === 'tokens' ? besideTokens(newToken) : newToken}
          variant="contained"
        >
          {t('token.make')}
        </PermittedButton>
      }
      label={t('tabs.label')}
      tabs={TABS.map((each) => ({ tab: each, label: t(`tabs.${each}`) }))}
      shown={tab}
      over={
        <>
          {opened === 'new' && tab === 'tokens' && <MakeToken onClose={close} />}
          {openId !== null && <DeviceDrawer view={view} deviceId={openId} onClose={close} />}
        </>
      }
    >
      {tab === 'all' && <DeviceList view={view} openId={openId} />}
      {tab === 'tokens' && <TokenList />}
      {tab === 'try' && <TestClient />}
      {tab === 'connect' && <ConnectSettings />}
    </TabbedPage>
  )
}
