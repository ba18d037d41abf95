import HubIcon from '@mui/icons-material/HubOutlined'
import Box from '@mui/material/Box'
import { EmptyState, ErrorState, LoadingState, NothingFound } from '@renderer/components'
import { FilterBar, FilterOneOf, SearchField } from '@renderer/components/FilterBar'
import { ListTools } from '@renderer/components/list/ListTools'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useListFilter } from '@renderer/components/list/useListFilter'
import { PermittedButton } from '@renderer/components/PermittedButton'
import type { FeedView } from '@renderer/link/useFeed'
import type { Device } from '@shared/contract/devices'
import { useTranslation } from 'react-i18next'
import { DeviceTable } from './DeviceTable'
import { useDeviceColumns } from './deviceColumns'
import { DEVICE_FILTER, SHOW, shownDevices } from './shownDevices'

/** The devices, with what narrows them down. */
export function DeviceList({ view, openId }: { readonly view: FeedView<Device>; readonly openId: number | null }) {
  const { t, i18n } = useTranslation('devices')
  const filter = useListFilter(DEVICE_FILTER)
  const columns = useColumnChoice('devices', useDeviceColumns())
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
  const shown = shownDevices(view.entries, filter.values.search, filter.values.show, i18n.language)
  return (
    // The labels of the filters stand a little above them.
    <Box sx={{ overflowY: 'auto', minHeight: 0, pt: 2 }}>
      <FilterBar>
        <SearchField label={t('search')} value={filter.values.search} onChange={(search) => filter.set({ search })} />
        <FilterOneOf
          label={t('show')}
          value={filter.values.show}
          choices={SHOW}
          words={(each) => t(`filter.${each}`)}
          onChange={(show) => filter.set({ show })}
        />
        <ListTools
          name="devices"
          title={t('title')}
          columns={columns}
          filter={filter}
          find={async () => ({ entries: shown, next: null })}
          total={shown.length}
        />
      </FilterBar>
      {shown.length > 0 ? (
        <DeviceTable devices={shown} columns={columns.shown} openId={openId} />
      ) : (
        <NothingFound title={t('empty.filtered')} onClear={filter.clear} />
      )}
    </Box>
  )
}
