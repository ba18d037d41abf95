import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { Disclosure } from '@renderer/components/Disclosure'
import { useTranslation } from 'react-i18next'

export interface ValueRow {
  readonly key: string | number
  /** The moment first, then a value a column. */
  readonly cells: readonly string[]
}

interface ValueTableProps {
  readonly head: readonly string[]
  /** The newest last; made when somebody opens the table. */
  readonly rows: () => readonly ValueRow[]
  readonly count: number
}

/** Rows that are shown: nobody reads thousands of them here. */
const SHOWN = 200

/** The values of a picture as a table, the newest first, for whoever would rather read. */
export function ValueTable({ head, rows, count }: ValueTableProps) {
  const { t } = useTranslation('charts')
  return (
    <Disclosure summary={t('table', { count })}>
      {() => (
        <>
          {count > SHOWN && (
            <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
              {t('tableShortened', { count: SHOWN, total: count })}
            </Typography>
          )}
          {/* So many columns as there are lines may be wider than a drawer. */}
          <Box tabIndex={0} role="group" aria-label={t('tableLabel')} sx={{ overflowX: 'auto' }}>
            <Table size="small">
              <TableHead>
                <TableRow>
                  {head.map((name, index) => (
                    <TableCell key={name} align={index === 0 ? 'left' : 'right'}>
                      {name}
                    </TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {rows()
                  .slice(-SHOWN)
                  .toReversed()
                  .map(({ key, cells }) => (
                    <TableRow key={key}>
                      {cells.map((cell, index) => (
                        <TableCell key={head[index] ?? index} align={index === 0 ? 'left' : 'right'}>
                          {cell}
                        </TableCell>
                      ))}
                    </TableRow>
                  ))}
              </TableBody>
            </Table>
          </Box>
        </>
      )}
    </Disclosure>
  )
}
