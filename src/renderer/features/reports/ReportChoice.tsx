import BeforeIcon from '@mui/icons-material/ChevronLeft'
import NextIcon from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import MenuItem from '@mui/material/MenuItem'
import { FilterChoice, FilterOneOf } from '@renderer/components/FilterBar'
import { useBeside } from '@renderer/components/list/useListFilter'
import { GROUPINGS, type Grouping } from '@shared/contract/reports'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { LINE_FILTER } from './lineView'
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
  const beside = useBeside(LINE_FILTER)
  const go = (next: string) => void navigate(beside(reportPath(next, by)))
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
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
      <FilterOneOf
        label={t('choice.by')}
        value={by}
        choices={GROUPINGS}
        words={(each) => t(`by.${each}`)}
        onChange={(chosen) => void navigate(beside(reportPath(month, chosen)))}
      />
      {children}
    </Box>
  )
}
