import HubIcon from '@mui/icons-material/HubOutlined'
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import { EmptyState, ErrorState, LoadingState, NothingFound } from '@renderer/components'
import { FilterBar, FilterChoice, SearchField } from '@renderer/components/FilterBar'
import { PermittedButton } from '@renderer/components/PermittedButton'
import type { FeedView } from '@renderer/link/useFeed'
import type { Device } from '@shared/contract/devices'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeviceTable } from './DeviceTable'
import { type DeviceShow, SHOW, shownDevices } from './shownDevices'

/** The devices, with what narrows them down. */
export function DeviceList({ view, openId }: { readonly view: FeedView<Device>; readonly openId: number | null }) {
  const { t } = useTranslation('devices')
  const [search, setSearch] = useState('')
  const [show, setShow] = useState<DeviceShow>('all')
  if (view.state === 'failed' && view.entries.length === 0) {
    return <ErrorState error={view.error} onRetry={view.retry} />
  }
  if (view.state === 'loading') return <LoadingState rows={5} />
  if (view.entries.length === 0) {
    return (
      <EmptyState
        icon={<HubIcon />}
        title={t('empty.title')}
        action={
          <PermittedButton call="devices.makeToken" to="/devices/tokens/new" variant="outlined">
            {t('empty.action')}
          </PermittedButton>
        }
      >
        {t('empty.text')}
      </EmptyState>
    )
  }
  const shown = shownDevices(view.entries, search, show)
  return (
    // The labels of the filters stand a little above them.
    <Box sx={{ overflowY: 'auto', minHeight: 0, pt: 2 }}>
      <FilterBar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <FilterChoice label={t('show')} value={show} onChange={(next) => setShow(next as DeviceShow)}>
          {SHOW.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`filter.${each}`)}
            </MenuItem>
          ))}
        </FilterChoice>
      </FilterBar>
      {shown.length > 0 ? (
        <DeviceTable devices={shown} openId={openId} />
      ) : (
        <NothingFound
          title={t('empty.filtered')}
          onClear={() => {
            setSearch('')
            setShow('all')
          }}
        />
      )}
    </Box>
  )
}
