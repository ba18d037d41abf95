import MenuItem from '@mui/material/MenuItem'
import { useNamedStations } from '@renderer/link/useNamedStations'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { FilterChoice } from './FilterBar'

interface StationChoiceProps {
  /** The station's id as text; empty for all. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Narrows a list to one station. */
export function StationChoice({ value, onChange }: StationChoiceProps) {
  const { t } = useTranslation('common')
  const stations = useNamedStations()
  return (
    <FilterChoice label={t('stationChoice.label')} value={value} onChange={onChange}>
      <MenuItem value="">{t('stationChoice.all')}</MenuItem>
      {stations.map(({ id, identity }) => (
        <MenuItem key={id} value={String(id)}>
          {showUnprintable(identity)}
        </MenuItem>
      ))}
    </FilterChoice>
  )
}
