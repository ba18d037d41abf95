import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { RelativeTime } from '@renderer/components'
import type { CertificateRequest } from '@shared/contract/requests'
import { showUnprintable } from '@shared/printable'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface RequestLinkProps {
  readonly request: CertificateRequest
  readonly to: string
  readonly open: boolean
  readonly mark: ReactNode
}

/** One request in the queue or the history; a link to its case. */
export function RequestLink({ request, to, open, mark }: RequestLinkProps) {
  return (
    <Box
      component={Link}
      to={to}
      aria-current={open ? 'true' : undefined}
      sx={{
        display: 'block',
        height: '100%',
        boxSizing: 'border-box',
        px: 4,
        py: 3,
        color: 'text.primary',
        textDecoration: 'none',
        '&:hover': { bgcolor: 'surface.raised' },
        '&[aria-current]': { bgcolor: 'surface.raised', boxShadow: 'inset 3px 0 0 var(--ch-palette-primary-main)' },
        '&:focus-visible': { outlineOffset: -2 },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
        <Typography sx={{ fontWeight: 600, flex: 1, minWidth: 0 }} noWrap>
          {showUnprintable(request.owner.name)}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>
          <RelativeTime at={request.receivedAt} />
        </Typography>
      </Box>
      {request.subject !== null && (
        <Typography variant="body2" color="textSecondary" noWrap>
          {showUnprintable(request.subject)}
        </Typography>
      )}
      <Typography component="div" variant="body2" sx={{ mt: 1 }}>
        {mark}
      </Typography>
    </Box>
  )
}
