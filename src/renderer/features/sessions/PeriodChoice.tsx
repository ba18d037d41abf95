import { FilterOneOf } from '@renderer/components/FilterBar'
import { MomentField } from '@renderer/components/momentField/MomentField'
import { useTranslation } from 'react-i18next'
import { PERIODS, type Period } from './period'

/** A period, and the dates of one's own as the date fields have them. */
export interface ChosenPeriod {
  readonly period: Period
  readonly first: string
  readonly last: string
}

interface PeriodChoiceProps {
  readonly value: ChosenPeriod
  readonly onChange: (part: Partial<ChosenPeriod>) => void
}

/** Narrows a list to a period. */
export function PeriodChoice({ value, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation('sessions')
  const date = (name: 'first' | 'last') => (
    <MomentField
      kind="date"
      label={t(`ledger.${name}Day`)}
      value={value[name]}
      onChange={(day) => onChange({ [name]: day })}
      sx={{ flex: '0 1 160px' }}
    />
  )
  return (
    <>
      <FilterOneOf
        label={t('ledger.period')}
        value={value.period}
        choices={PERIODS}
        words={(period) => t(`ledger.periods.${period}`)}
        onChange={(period) => onChange({ period })}
      />
      {value.period === 'own' && (
        <>
          {date('first')}
          {date('last')}
        </>
      )}
    </>
  )
}
