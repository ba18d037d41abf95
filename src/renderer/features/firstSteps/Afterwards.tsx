import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'

const PLACES = [
  ['operators', '/settings/operators'],
  ['profiles', '/security-profiles'],
  ['tariffs', '/reports/tariffs'],
] as const

/** What is worth deciding when the first hour is over. */
export function Afterwards() {
  const { t } = useTranslation('firstSteps')
  const titleId = useId()
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ mt: 6, maxWidth: 920 }}>
      <Typography variant="h2" id={titleId} sx={{ mb: 3 }}>
        {t('afterwards.title')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 5, display: 'grid', gap: 3 }}>
        {PLACES.map(([place, to]) => (
          <li key={place}>
            <Link component={RouterLink} to={to}>
              {t(`afterwards.${place}`)}
            </Link>
            <Typography color="textSecondary">{t(`afterwards.${place}Hint`)}</Typography>
          </li>
        ))}
      </Box>
    </Box>
  )
}
