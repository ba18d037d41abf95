import LockIcon from '@mui/icons-material/LockOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type CallName, useWhyNot } from '../link/useRights'

interface PermittedProps {
  /** What the part is for. */
  readonly call: CallName
  /** Leaves the part out and shows the reason alone: where disabled fields would only fill the page. */
  readonly leaveOut?: boolean
  /** Says the reason where the pointer is, and to who listens: among others of the same kind. */
  readonly quiet?: boolean
  readonly children: ReactNode
}

/**
 * A part of the screen that changes something. For whoever may not make that call its fields and buttons can not be used,
 * and the reason stands above them.
 */
export function Permitted({ call, leaveOut = false, quiet = false, children }: PermittedProps) {
  const { t } = useTranslation('errors')
  const why = useWhyNot()(call)
  if (why === null) return children
  const reason = t(why)
  const line = (
    <Typography variant="body2" color="textSecondary" sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 2 }}>
      <LockIcon aria-hidden sx={{ fontSize: 16 }} />
      {reason}
    </Typography>
  )
  if (leaveOut) return line
  return (
    <Box component="fieldset" disabled aria-label={reason} title={quiet ? reason : undefined} className="not-permitted">
      {!quiet && line}
      {children}
    </Box>
  )
}
