import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { ReactNode } from 'react'

interface PaperTableProps {
  /** What the table is of, for whoever hears it. */
  readonly label: string
  /** Its heads, by a key of each. */
  readonly heads: readonly { readonly key: string; readonly label: ReactNode; readonly align?: 'left' | 'right' }[]
  /** Whether rows end with what can be done with them: a column that needs no words. */
  readonly actions?: boolean
  /** A cell before the heads, such as a tick for all rows. */
  readonly before?: ReactNode
  /** The rows. */
  readonly children: ReactNode
}

/** A short table on paper, all of which is there. */
export function PaperTable({ label, heads, actions = false, before, children }: PaperTableProps) {
  return (
    <TableContainer
      component={Paper}
      variant="outlined"
      // Where there is little room, it is for what stands in the cells.
      sx={{ borderRadius: 1.5, '@media (max-width: 900px)': { '& th, & td': { paddingInline: 1.5 } } }}
    >
      <Table aria-label={label}>
        <TableHead>
          <TableRow>
            {before}
            {heads.map((head) => (
              <TableCell key={head.key} align={head.align ?? 'left'}>
                {head.label}
              </TableCell>
            ))}
            {actions && <TableCell component="td" />}
          </TableRow>
        </TableHead>
        <TableBody sx={{ '& tr:last-of-type td, & tr:last-of-type th': { borderBottom: 'none' } }}>
          {children}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
