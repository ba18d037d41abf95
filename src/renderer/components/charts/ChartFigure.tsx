import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { type ReactNode, Suspense } from 'react'
import { chartStyle } from './chartStyle'

interface ChartFigureProps {
  readonly title: string
  /** What the picture says, in a sentence, for those who can't see it. */
  readonly summary: string
  /** At the end of the title's row. */
  readonly aside?: ReactNode
  /** The height of the picture in pixels, which is kept free until its code is there. */
  readonly height: number
  /** Under the picture: a legend, a table of the same values. */
  readonly below?: ReactNode
  readonly children: ReactNode
}

/** A picture with its title, and what belongs to it. */
export function ChartFigure({ title, summary, aside, height, below, children }: ChartFigureProps) {
  return (
    <Box component="figure" aria-label={title} sx={{ m: 0, minWidth: 0 }}>
      <Box component="figcaption" sx={{ display: 'flex', alignItems: 'center', gap: 3, minHeight: 32, mb: 1 }}>
        <Typography component="span" sx={{ flex: 1, color: 'text.secondary' }}>
          {title}
        </Typography>
        {aside}
      </Box>
      <p className="visually-hidden">{summary}</p>
      <Box sx={[chartStyle, { height, minWidth: 0 }]}>
        <Suspense fallback={<Skeleton variant="rounded" height={height} animation={false} />}>{children}</Suspense>
      </Box>
      {below !== undefined && <Box sx={{ display: 'grid', gap: 2, mt: 2 }}>{below}</Box>}
    </Box>
  )
}
