import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'

interface PlainTableProps {
  /** What it lists, for those who can't see it. */
  readonly label: string
  readonly head: readonly string[]
  /** Columns with numbers, by their places: they stand right. */
  readonly numbers?: readonly number[]
  readonly rows: readonly { readonly key: number | string; readonly cells: readonly ReactNode[] }[]
  /** The last row, which sums up. */
  readonly sum?: readonly ReactNode[]
}

/** A short table that is read, not worked with; it is printed as it is. */
const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': {
    padding: '6px 8px',
    borderBottom: '1px solid',
    borderColor: 'inherit',
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  '& th': { fontSize: '0.75rem', fontWeight: 550 },
  '& .number': { textAlign: 'right', whiteSpace: 'nowrap' },
  '& tfoot td': { fontWeight: 600, borderBottom: 'none' },
  '& tr': { breakInside: 'avoid' },
  // A style of its own for each of hundreds of links is slow.
  '& a': {
    color: 'var(--ch-palette-primary-main)',
    textDecoration: 'none',
    '&:hover': { textDecoration: 'underline' },
  },
})

export function PlainTable({ label, head, numbers = [], rows, sum }: PlainTableProps) {
  const look = (place: number) => (numbers.includes(place) ? 'number' : undefined)
  return (
    <Table aria-label={label} sx={{ borderColor: 'divider' }}>
      <thead>
        <tr>
          {head.map((name, place) => (
            <th key={name} scope="col" className={look(place)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row.
              <td key={place} className={look(place)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {sum && (
        <tfoot>
          <tr>
            {sum.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row.
              <td key={place} className={look(place)}>
                {cell}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </Table>
  )
}
