import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useSite } from '../../app/SiteContext'
import { useFormat } from '../../i18n/useFormat'

/** The three figures: power now, energy and sessions since midnight. */
export function Figures() {
  const { t } = useTranslation('overview')
  const { today } = useSite()
  const format = useFormat()
  const figures = [
    { key: 'power', text: format.power(today.powerW) },
    { key: 'energy', text: format.energy(today.energyWh) },
    { key: 'sessions', text: format.number(today.sessions) },
  ] as const
  return (
    <Box
      component="dl"
      aria-label={t('figures.label')}
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 4, margin: 0, mb: 4 }}
    >
      {figures.map(({ key, text }) => (
        <Paper
          key={key}
          variant="outlined"
          sx={{ paddingInline: 5, paddingBlock: 4, borderRadius: 1.5, display: 'flex', flexDirection: 'column' }}
        >
          <Typography component="dt" sx={{ color: 'text.secondary' }}>
            {t(`figures.${key}`)}
          </Typography>
          <Typography component="dd" variant="figure" sx={{ margin: 0 }}>
            {text}
          </Typography>
        </Paper>
      ))}
    </Box>
  )
}
