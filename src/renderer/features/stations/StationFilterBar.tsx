import SearchIcon from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SHOWN_ADMISSIONS, type StationFilter } from './stationFilter'

interface StationFilterBarProps {
  readonly filter: StationFilter
  readonly onChange: (part: Partial<StationFilter>) => void
  /** What else can be done with the list. */
  readonly children: ReactNode
}

/** What to look for, and which stations to show. */
export function StationFilterBar({ filter, onChange, children }: StationFilterBarProps) {
  const { t } = useTranslation('stations')
  return (
    <Box sx={{ display: 'flex', gap: 4, mb: 4, flexWrap: 'wrap' }}>
      <TextField
        type="search"
        placeholder={t('filter.placeholder')}
        value={filter.search}
        onChange={(event) => onChange({ search: event.target.value })}
        sx={{ flex: '1 1 220px', maxWidth: 360 }}
        slotProps={{
          htmlInput: { 'aria-label': t('filter.label') },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchIcon fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
      />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={filter.admission}
        aria-label={t('filter.show')}
        onChange={(_event, admission: StationFilter['admission'] | null) => {
          if (admission !== null) onChange({ admission })
        }}
      >
        {SHOWN_ADMISSIONS.map((choice) => (
          <ToggleButton key={choice} value={choice}>
            {t(`filter.${choice}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {children}
    </Box>
  )
}
