import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useExplain } from '@renderer/i18n/useExplain'
import type { ReactNode } from 'react'
import type { CallName } from '../link/useRights'
import { PermittedButton } from './PermittedButton'

interface AskFirstProps {
  /** What is done once it is confirmed. */
  readonly call: CallName
  readonly confirm: string
  readonly keep: string
  readonly busy: boolean
  /** Why it did not work; null while nothing went wrong. */
  readonly error: unknown
  readonly onConfirm: () => void
  readonly onKeep: () => void
  /** What it hits. */
  readonly children: ReactNode
}

/** Asks before something is done that can not be undone. What leaves everything as it is has the focus. */
export function AskFirst({ call, confirm, keep, busy, error, onConfirm, onKeep, children }: AskFirstProps) {
  const explain = useExplain()
  return (
    <Alert severity="warning" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
      {children}
      {error !== null && <Typography>{explain(error).sentence}</Typography>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 3 }}>
        <PermittedButton call={call} size="small" variant="contained" color="error" loading={busy} onClick={onConfirm}>
          {confirm}
        </PermittedButton>
        <Button size="small" autoFocus onClick={onKeep}>
          {keep}
        </Button>
      </Box>
    </Alert>
  )
}
