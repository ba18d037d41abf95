import MenuItem from '@mui/material/MenuItem'
import { FilterBar, FilterChoice } from '@renderer/components/FilterBar'
import { feeds, useFeed } from '@renderer/link'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'

interface StationFilterProps {
  /** The station's id as text; empty for all. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Narrows a list of events to one station. */
export function StationFilter({ value, onChange }: StationFilterProps) {
  const { t } = useTranslation('events')
  const stations = useFeed(feeds.stations)
  return (
    <FilterBar>
      <FilterChoice label={t('station')} value={value} onChange={onChange}>
        <MenuItem value="">{t('allStations')}</MenuItem>
        {stations.entries.map(({ id, identity }) => (
          <MenuItem key={id} value={String(id)}>
            {showUnprintable(identity)}
          </MenuItem>
        ))}
      </FilterChoice>
    </FilterBar>
  )
}
