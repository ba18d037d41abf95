import MenuItem from '@mui/material/MenuItem'
import { FilterBar, FilterChoice, FilterOneOf, SearchField } from '@renderer/components/FilterBar'
import { StationChoice } from '@renderer/components/StationChoice'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { DIRECTIONS, type FrameChoices } from './frameChoices'

interface FrameFiltersProps {
  readonly choices: FrameChoices
  readonly onChange: (part: Partial<FrameChoices>) => void
  /** Names of the actions that have been seen. */
  readonly actions: readonly string[]
  /** On the page of one station there is no station to choose. */
  readonly ofOne: boolean
}

/** Narrows the log. */
export function FrameFilters({ choices, onChange: set, actions, ofOne }: FrameFiltersProps) {
  const { t } = useTranslation('frames')
  return (
    <FilterBar>
      <SearchField label={t('search')} value={choices.search} onChange={(search) => set({ search })} />
      {!ofOne && <StationChoice value={choices.station} onChange={(station) => set({ station })} />}
      <FilterChoice label={t('action')} value={choices.action} onChange={(action) => set({ action })}>
        <MenuItem value="">{t('allActions')}</MenuItem>
        {[...new Set([...actions, choices.action])]
          .filter((name) => name !== '')
          .map((name) => (
            <MenuItem key={name} value={name}>
              {showUnprintable(name)}
            </MenuItem>
          ))}
      </FilterChoice>
      <FilterOneOf
        label={t('direction.label')}
        value={choices.direction}
        choices={DIRECTIONS}
        words={(each) => t(`direction.${each === '' ? 'all' : each}`)}
        onChange={(direction) => set({ direction })}
      />
    </FilterBar>
  )
}
