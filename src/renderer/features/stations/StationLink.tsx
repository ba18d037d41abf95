import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { Station } from '@shared/contract/stations'
import { showUnprintable } from '@shared/printable'
import { Link } from 'react-router'

interface StationLinkProps {
  readonly station: Station
  readonly to: string
}

/** A station's name in a table, which leads to it, with its label below. A click does not reach the row around it. */
export function StationLink({ station, to }: StationLinkProps) {
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
        {showUnprintable(station.identity)}
      </MuiLink>
      {station.label !== '' && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {station.label}
        </Typography>
      )}
    </>
  )
}
