import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface TrustBoxProps {
  readonly title: string
  /** Beside the title: how it stands. */
  readonly mark?: ReactNode
  /** The address of its detail; without one it is no link. */
  readonly to?: string
  /** Not there yet, or counting no more. */
  readonly isBroken?: boolean
  readonly children?: ReactNode
}

/** Somebody or something in the chain of trust, as a box that leads to its detail. */
export function TrustBox({ title, mark, to, isBroken = false, children }: TrustBoxProps) {
  const look = {
    display: 'block',
    width: '100%',
    px: 3,
    py: 3,
    textAlign: 'start',
    color: 'text.primary',
    border: 1,
    borderStyle: isBroken ? 'dashed' : 'solid',
    borderColor: 'divider',
    borderRadius: 1,
    bgcolor: isBroken ? 'transparent' : 'surface.raised',
  } as const
  const content = (
    <>
      <Box
        component="span"
        sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 3, rowGap: 1 }}
      >
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {title}
        </Typography>
        {mark}
      </Box>
      <Typography component="span" variant="body2" sx={{ display: 'grid', mt: 1, color: 'text.secondary' }}>
        {children}
      </Typography>
    </>
  )
  if (to === undefined) return <Box sx={look}>{content}</Box>
  return (
    <ButtonBase
      component={Link}
      to={to}
      sx={{ ...look, '&:hover': { borderColor: 'primary.main' }, typography: 'body1' }}
    >
      {content}
    </ButtonBase>
  )
}
