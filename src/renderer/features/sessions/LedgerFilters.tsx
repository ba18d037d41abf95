import MenuItem from '@mui/material/MenuItem'
import { FilterBar, FilterChoice, SearchField } from '@renderer/components/FilterBar'
import { StationChoice } from '@renderer/components/StationChoice'
import { useTranslation } from 'react-i18next'
import { type LedgerFilter, SHOWN, type Shown } from './ledgerFilter'
import { PeriodChoice } from './PeriodChoice'

interface LedgerFiltersProps {
  readonly value: LedgerFilter
  readonly onChange: (part: Partial<LedgerFilter>) => void
}

/** The filters of the ledger. */
export function LedgerFilters({ value, onChange }: LedgerFiltersProps) {
  const { t } = useTranslation('sessions')
  return (
    <FilterBar>
      <SearchField label={t('ledger.search')} value={value.search} onChange={(search) => onChange({ search })} />
      <StationChoice value={value.station} onChange={(station) => onChange({ station })} />
      <FilterChoice
        label={t('ledger.state')}
        value={value.shown}
        onChange={(shown) => onChange({ shown: shown as Shown })}
      >
        <MenuItem value="">{t('ledger.allStates')}</MenuItem>
        {SHOWN.map((shown) => (
          <MenuItem key={shown} value={shown}>
            {shown === 'unsettled' ? t('ledger.unsettled') : t(`state.${shown}`)}
          </MenuItem>
        ))}
      </FilterChoice>
      <PeriodChoice value={value} onChange={onChange} />
    </FilterBar>
  )
}
