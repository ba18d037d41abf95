import EarlierIcon from '@mui/icons-material/ChevronLeft'
import LaterIcon from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import type { Zone } from '@shared/zone'
import { useTranslation } from 'react-i18next'
import { type EnergyPeriod, PERIOD_UNITS, type PeriodUnit, periodAt } from './energyPeriod'
import { usePeriodWords } from './usePeriodWords'

interface PeriodBarProps {
  readonly unit: PeriodUnit
  readonly period: EnergyPeriod
  readonly zone: Zone
  readonly now: number
  readonly onChange: (unit: PeriodUnit, at: number) => void
}

/** Which time is looked at, and the way to the ones beside it. */
export function PeriodBar({ unit, period, zone, now, onChange }: PeriodBarProps) {
  const { t } = useTranslation('energy')
  const words = usePeriodWords(unit)
  const isPresent = period.to > now
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 4 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={unit}
        aria-label={t('unit.label')}
        onChange={(_, next: PeriodUnit | null) => next !== null && onChange(next, Math.min(period.to - 1, now))}
      >
        {PERIOD_UNITS.map((each) => (
          <ToggleButton key={each} value={each}>
            {t(`unit.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Box sx={{ display: 'flex' }}>
        <Tooltip title={t(`earlier.${unit}`)}>
          <IconButton
            aria-label={t(`earlier.${unit}`)}
            onClick={() => onChange(unit, periodAt(zone, unit, period.from, -1).from)}
          >
            <EarlierIcon />
          </IconButton>
        </Tooltip>
        <Tooltip title={t(`later.${unit}`)}>
          {/* It keeps its place and the focus where there is nothing later. */}
          <IconButton
            aria-label={t(`later.${unit}`)}
            aria-disabled={isPresent}
            onClick={() => !isPresent && onChange(unit, period.to)}
            sx={{ '&[aria-disabled=true]': { opacity: 0.4, cursor: 'default' } }}
          >
            <LaterIcon />
          </IconButton>
        </Tooltip>
      </Box>
      <Box role="status" sx={{ flex: 1, minWidth: 200 }}>
        <Typography variant="h2">{words.period(period)}</Typography>
      </Box>
      {!isPresent && (
        <Button variant="outlined" onClick={() => onChange(unit, now)}>
          {t('present')}
        </Button>
      )}
    </Box>
  )
}
