import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { CopyText } from './CopyText'

interface ShownOnceProps {
  readonly text: string
  /** What it is, for the button's name. */
  readonly what: string
  /** Says that it is shown now and not again. */
  readonly words: string
}

/** A secret that was just made and that nobody can show again. */
export function ShownOnce({ text, what, words }: ShownOnceProps) {
  return (
    <Alert severity="success" variant="outlined" role="status" sx={{ overflowWrap: 'anywhere' }}>
      <Typography sx={{ mb: 2 }}>{words}</Typography>
      <CopyText text={text} what={what} />
    </Alert>
  )
}
