import Paper from '@mui/material/Paper'
import { Section } from '@renderer/components'
import type { ComponentProps } from 'react'

/** A titled part of a station's page, on a surface of its own. */
export function Panel(props: ComponentProps<typeof Section>) {
  return (
    <Paper variant="outlined" sx={{ borderRadius: 1.5, padding: 5, minWidth: 0 }}>
      <Section {...props} />
    </Paper>
  )
}
