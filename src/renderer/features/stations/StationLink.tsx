import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { showUnprintable } from '@shared/printable'
import { memo } from 'react'
import { Link } from 'react-router'

interface StationLinkProps {
  readonly identity: string
  readonly label: string
  readonly to: string
}

/** A station's name in a table, which leads to it, with its label below. A click does not reach the row around it. */
export const StationLink = memo(function StationLink({ identity, label, to }: StationLinkProps) {
  return (
    <>
      <MuiLink
        component={Link}
        to={to}
        color="inherit"
        underline="hover"
        onClick={(event) => event.stopPropagation()}
        sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
      >
        {showUnprintable(identity)}
      </MuiLink>
      {label !== '' && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {label}
        </Typography>
      )}
    </>
  )
})
