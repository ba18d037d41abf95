import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { SLOW_MS, useLasting } from '@renderer/components/useLasting'
import { useFormat } from '@renderer/i18n/useFormat'
import { useTranslation } from 'react-i18next'

/**
 * A report that is being made, once that takes a while: how many sessions have been looked through. Leaving the page
 * ends it.
 */
export function ReportProgress({ seen }: { readonly seen: number }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const isSlow = useLasting(true, SLOW_MS)
  if (!isSlow) return <Box aria-busy />
  const words = seen === 0 ? t('making') : t('makingSeen', { sessions: format.number(seen) })
  return (
    <Box role="status" sx={{ maxWidth: 360, py: 6 }}>
      <LinearProgress aria-label={words} />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
        {words}
      </Typography>
    </Box>
  )
}
