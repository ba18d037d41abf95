import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: string
  /** What will appear here and how to make it appear. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** Nothing to show, said in a way that helps. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        gap: 2,
        paddingBlock: 12,
        paddingInline: 6,
        textAlign: 'center',
      }}
    >
      {icon !== undefined && (
        <Box aria-hidden sx={{ color: 'text.secondary', display: 'flex', '& svg': { fontSize: 32 } }}>
          {icon}
        </Box>
      )}
      <Typography variant="h2">{title}</Typography>
      {children !== undefined && (
        <Typography component="div" sx={{ color: 'text.secondary', maxWidth: '60ch' }}>
          {children}
        </Typography>
      )}
      {action !== undefined && <Box sx={{ mt: 2 }}>{action}</Box>}
    </Box>
  )
}
