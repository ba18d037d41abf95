import type { SxProps, Theme } from '@mui/material/styles'
import { monoFamily, sizes } from '@renderer/app/theme/tokens'

/** How a grid looks here: lines of 1 px, tabular figures, the open row marked by the accent. */
export const gridStyle = (clickable: boolean): SxProps<Theme> => (clickable ? CLICKABLE : STILL)

function styleOf(clickable: boolean): SxProps<Theme> {
  return {
    flex: 1,
    minHeight: 0,
    bgcolor: 'background.paper',
    borderColor: 'divider',
    fontSize: '0.875rem',
    '--DataGrid-containerBackground': 'transparent',
    '--DataGrid-rowBorderColor': 'var(--ch-palette-divider)',
    '& .MuiDataGrid-columnHeaderTitle': { fontSize: '0.75rem', fontWeight: 550, color: 'text.secondary' },
    '& .MuiDataGrid-cell': { fontVariantNumeric: 'tabular-nums', display: 'flex', alignItems: 'center' },
    '& .MuiDataGrid-row--dynamicHeight .MuiDataGrid-cell': { py: 2 },
    // One line that ends in dots; a flex box would cut it hard.
    '& .MuiDataGrid-cell.cut': {
      display: 'block',
      lineHeight: `${sizes.row}px`,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    '& .cell-link': {
      color: 'primary.main',
      textDecoration: 'none',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      '&.quiet': { color: 'inherit' },
      '&:hover': { textDecoration: 'underline' },
    },
    '& .mono': { fontFamily: monoFamily },
    '& .MuiDataGrid-row': clickable ? { cursor: 'pointer' } : {},
    '& .MuiDataGrid-row.open': { bgcolor: 'surface.raised', boxShadow: 'inset 3px 0 0 var(--ch-palette-primary-main)' },
    '& .MuiDataGrid-columnSeparator': { display: 'none' },
  }
}

// The same objects each time: a table that is drawn anew then finds its style again.
const CLICKABLE = styleOf(true)
const STILL = styleOf(false)
