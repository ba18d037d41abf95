import Box from '@mui/material/Box'
import { colourOf } from './chartStyle'
import { type ChartLine, strokeOf } from './lines'

/** Which line is which: by colour and by stroke. */
export function LineLegend({ lines }: { readonly lines: readonly ChartLine[] }) {
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 4,
        rowGap: 1,
        typography: 'body2',
      }}
    >
      {lines.map(({ name, colour }, index) => (
        <Box component="li" key={name} sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <svg width="24" height="8" aria-hidden="true">
            <line x2="24" y1="4" y2="4" strokeWidth="2" stroke={colourOf(colour)} strokeDasharray={strokeOf(index)} />
          </svg>
          {name}
        </Box>
      ))}
    </Box>
  )
}
