import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { showUnprintable } from '@shared/printable'

interface TransferProgressProps {
  readonly words: string
  /** From 0 to 1. */
  readonly part: number
}

/** How far a file has come. */
export function TransferProgress({ words, part }: TransferProgressProps) {
  return (
    <Box>
      <LinearProgress variant="determinate" value={Math.min(100, part * 100)} aria-label={showUnprintable(words)} />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
        {showUnprintable(words)}
      </Typography>
    </Box>
  )
}
