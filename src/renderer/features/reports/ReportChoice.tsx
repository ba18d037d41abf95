import BeforeIcon from '@mui/icons-material/ChevronLeft'
import NextIcon from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import MenuItem from '@mui/material/MenuItem'
import { FilterChoice } from '@renderer/components/FilterBar'
import { GROUPINGS, type Grouping } from '@shared/contract/reports'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { laterMonth, monthsAround, monthWords, reportPath } from './month'

interface ReportChoiceProps {
  readonly month: string
  readonly by: Grouping
  /** Stands behind the choices. */
  readonly children: ReactNode
}

/** Which month, and by what its sessions are put together. */
export function ReportChoice({ month, by, children }: ReportChoiceProps) {
  const { t, i18n } = useTranslation('reports')
  const navigate = useNavigate()
  const go = (next: string) => void navigate(reportPath(next, by))
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <IconButton aria-label={t('choice.before')} onClick={() => go(laterMonth(month, -1))}>
          <BeforeIcon />
        </IconButton>
        <FilterChoice label={t('choice.month')} value={month} onChange={go}>
          {monthsAround(month, Date.now()).map((each) => (
            <MenuItem key={each} value={each}>
              {monthWords(each, i18n.language)}
            </MenuItem>
          ))}
        </FilterChoice>
        <IconButton aria-label={t('choice.next')} onClick={() => go(laterMonth(month, 1))}>
          <NextIcon />
        </IconButton>
      </Box>
      <FilterChoice
        label={t('choice.by')}
        value={by}
        onChange={(chosen) => void navigate(reportPath(month, chosen as Grouping))}
      >
        {GROUPINGS.map((grouping) => (
          <MenuItem key={grouping} value={grouping}>
            {t(`by.${grouping}`)}
          </MenuItem>
        ))}
      </FilterChoice>
      {children}
    </Box>
  )
}
