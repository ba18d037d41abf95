import Box from '@mui/material/Box'
import { showUnprintable } from '@shared/printable'

/** A payload as it went over the line, set to be read. */
export function JsonText({ value }: { readonly value: unknown }) {
  const text = JSON.stringify(value, null, 2)
  return (
    <Box
      component="pre"
      tabIndex={0}
      sx={{
        margin: 0,
        padding: 3,
        bgcolor: 'surface.raised',
        borderRadius: 1,
        typography: 'mono',
        fontSize: '0.75rem',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        maxHeight: 320,
        overflow: 'auto',
      }}
    >
      {text
        .split('\n')
        .map((line) => showUnprintable(line))
        .join('\n')}
    </Box>
  )
}
