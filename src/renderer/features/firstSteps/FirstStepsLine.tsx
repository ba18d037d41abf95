import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFirstSteps, useFirstStepsShown } from './useFirstSteps'

/** On the Overview, as long as the first hour is not over: how far it has come, and the way on. */
export function FirstStepsLine() {
  const { t } = useTranslation('firstSteps')
  const titleId = useId()
  const [shown, setShown] = useFirstStepsShown()
  const { steps, done, next, isKnown } = useFirstSteps()
  if (!shown || !isKnown || next === null) return null
  const count = steps.filter((step) => done.has(step)).length
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby={titleId}
      sx={{ borderRadius: 1.5, px: 5, py: 3, mb: 4, display: 'flex', alignItems: 'center', gap: 4, flexWrap: 'wrap' }}
    >
      <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
        <Typography id={titleId} sx={{ fontWeight: 600 }}>
          {t('line.title', { done: count, all: steps.length })}
        </Typography>
        <Typography color="textSecondary">{t('line.next', { step: t(`${next}.title`) })}</Typography>
      </Box>
      <LinearProgress
        variant="determinate"
        aria-labelledby={titleId}
        value={(100 * count) / steps.length}
        sx={{ flex: '0 1 160px', borderRadius: 1 }}
      />
      <Button onClick={() => setShown(false)}>{t('line.putAway')}</Button>
      <Button component={Link} to="/first-steps" variant="contained">
        {t('line.go')}
      </Button>
    </Paper>
  )
}
