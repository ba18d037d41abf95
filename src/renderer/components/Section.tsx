import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId } from 'react'

interface SectionProps {
  readonly title: string
  /** At the end of the title's row. */
  readonly aside?: ReactNode
  /** Directly under the title of a page, where nothing stands between in the order of headings. */
  readonly top?: boolean
  readonly children: ReactNode
}

/** A titled part of a drawer or a page, with the space that belongs around it. */
export function Section({ title, aside, top, children }: SectionProps) {
  const titleId = useId()
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ '& + &': { mt: 6 } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 2 }}>
        <Typography variant={top ? 'h2' : 'h3'} id={titleId} sx={{ flex: 1 }}>
          {title}
        </Typography>
        {aside}
      </Box>
      {children}
    </Box>
  )
}
