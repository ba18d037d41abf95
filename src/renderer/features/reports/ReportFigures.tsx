import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useFormat } from '@renderer/i18n/useFormat'
import type { ReportHead } from '@shared/contract/reports'
import { useTranslation } from 'react-i18next'
import { useReportFormat } from './useReportFormat'

// One style for all: one of its own for each would take longer than what it shows.
const FIGURES = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 8,
  rowGap: 3,
  m: 0,
  '& dt': { typography: 'body2', color: 'text.secondary' },
  '& dd': { m: 0, fontSize: '1.25rem', lineHeight: '28px', fontVariantNumeric: 'tabular-nums' },
} as const

interface ReportFiguresProps {
  readonly head: ReportHead
  /** Whether it is being made anew. */
  readonly isMaking: boolean
  readonly onAgain: () => void
}

/** What a month comes to, and as of when. */
export function ReportFigures({ head, isMaking, onAgain }: ReportFiguresProps) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const amounts = useReportFormat(head.issuer.currency)
  const { total, tariffs } = head
  const figures = [
    { name: t('figures.energy'), value: amounts.kilowattHours(total.energyMwh) },
    { name: t('figures.sessions'), value: format.number(total.sessions) },
    ...(tariffs.length > 0
      ? [
          { name: t('figures.net'), value: amounts.money(total.netMinor) },
          { name: t('figures.tax'), value: amounts.money(total.taxMinor) },
          { name: t('figures.total'), value: amounts.money(total.totalMinor) },
        ]
      : []),
  ]
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', columnGap: 8, rowGap: 3 }}>
      <Box component="dl" sx={FIGURES}>
        {figures.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </Box>
      <Box sx={{ flex: 1 }} />
      <Typography variant="body2" color="textSecondary" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        {t('madeAt', { time: format.time(head.madeAt) })}
        <Button size="small" loading={isMaking} onClick={onAgain}>
          {t('again')}
        </Button>
      </Typography>
    </Box>
  )
}
