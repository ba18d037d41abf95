import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { StatusShape } from '@renderer/components'
import { useTranslation } from 'react-i18next'
import { useSite } from '../../app/SiteContext'

/** Who protects the private keys, and what follows from it for whoever looks after the computer. */
export function KeyStoreLine() {
  const { t } = useTranslation('certificates')
  const { kind } = useSite().keyStore
  return (
    <Box
      component="section"
      aria-label={t('keyStore.heading')}
      sx={{ display: 'flex', gap: 3, px: 5, py: 4, border: 1, borderColor: 'divider', borderRadius: 1.5 }}
    >
      <Box component="span" sx={{ color: 'status.good', mt: 0.5 }}>
        <StatusShape shape="ring-tick" />
      </Box>
      <div>
        <Typography>{t(`keyStore.${kind}`)}</Typography>
        <Typography color="textSecondary">{t(`keyStore.advice.${kind}`)}</Typography>
      </div>
    </Box>
  )
}
