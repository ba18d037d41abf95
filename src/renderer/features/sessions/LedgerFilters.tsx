import { FilterBar, FilterOneOf, SearchField } from '@renderer/components/FilterBar'
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
  const words = (shown: Shown) => {
    if (shown === '') return t('ledger.allStates')
    return shown === 'unsettled' ? t('ledger.unsettled') : t(`state.${shown}`)
  }
  return (
    <FilterBar>
      <SearchField label={t('ledger.search')} value={value.search} onChange={(search) => onChange({ search })} />
      <StationChoice value={value.station} onChange={(station) => onChange({ station })} />
      <FilterOneOf
        label={t('ledger.state')}
        value={value.shown}
        choices={SHOWN}
        words={words}
        onChange={(shown) => onChange({ shown })}
      />
      <PeriodChoice value={value} onChange={onChange} />
    </FilterBar>
  )
}
