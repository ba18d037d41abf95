import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

interface FieldsetProps {
  readonly legend: string
  readonly children: ReactNode
}

/** Fields that belong together, with a line at their side and their name above. */
export function Fieldset({ legend, children }: FieldsetProps) {
  return (
    <Box
      component="fieldset"
      sx={{
        border: 'none',
        borderLeft: '2px solid',
        borderColor: 'divider',
        margin: 0,
        padding: 0,
        paddingLeft: 3,
        minWidth: 0,
      }}
    >
      <Typography component="legend" variant="subtitle2" sx={{ padding: 0, mb: 2 }}>
        {legend}
      </Typography>
      {children}
    </Box>
  )
}
