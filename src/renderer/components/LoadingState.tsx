import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { sizes } from '../app/theme/tokens'

interface LoadingStateProps {
  readonly rows?: number
  /** Height of a row in pixels, so that nothing jumps when the content comes. */
  readonly rowHeight?: number
}

/** The places of what is on its way. */
export function LoadingState({ rows = 4, rowHeight = sizes.row }: LoadingStateProps) {
  const { t } = useTranslation('common')
  return (
    <Box role="status" aria-label={t('loading')} sx={{ display: 'grid', gap: 2, padding: 2 }}>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Skeleton key={row} variant="rounded" height={rowHeight} />
      ))}
    </Box>
  )
}
