import Paper from '@mui/material/Paper'
import rows from '@renderer/components/rows.module.css'
import type { ReportLine } from '@shared/contract/reports'
import { type CSSProperties, type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import styles from './LineTable.module.css'
import type { LineColumn } from './lineColumns'

/** By which column the lines are put in order. */
export interface LineOrder {
  readonly field: string
  readonly direction: 'ascending' | 'descending'
}

interface LineTableProps {
  readonly lines: readonly ReportLine[]
  /** The same array until they change; the first names the line. */
  readonly columns: readonly LineColumn[]
  /** Null as the report has them, the most energy first. */
  readonly order: LineOrder | null
  readonly onOrder: (order: LineOrder) => void
  readonly openKey: string | null
  /** The address of a line; the same function until it leads elsewhere. */
  readonly pathOf: (key: string) => string
}

/** Lines of a report; a click anywhere in a row, or its link, opens the line. */
export function LineTable({ lines, columns, order, onOrder, openKey, pathOf }: LineTableProps) {
  const { t } = useTranslation('reports')
  const navigate = useNavigate()
  // Asked of the table, so that a row need not know where one is.
  const open = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || target.closest('a') !== null) return
    const key = target.closest('tr')?.dataset.line
    if (key !== undefined) void navigate(pathOf(key))
  }
  const widths = { '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties
  return (
    <Paper variant="outlined" sx={{ borderRadius: 1.5, overflowX: 'auto' }}>
      <table className={rows.table} style={widths} aria-label={t('lines')}>
        <thead>
          <tr className={`${rows.row} ${rows.head}`}>
            {columns.map((column) => (
              <OrderHead key={column.field} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the link in each row is for the keyboard */}
        <tbody onClick={open}>
          {lines.map((line) => (
            <LineRow key={line.key} line={line} columns={columns} pathOf={pathOf} isOpen={line.key === openKey} />
          ))}
        </tbody>
      </table>
    </Paper>
  )
}

interface OrderHeadProps extends Pick<LineTableProps, 'order' | 'onOrder'> {
  readonly column: LineColumn
}

/** The head of a column, which puts the lines in its order: numbers from the highest first, and the other way round. */
function OrderHead({ column: { field, headerName, isNumber }, order, onOrder }: OrderHeadProps) {
  const now = order?.field === field ? order.direction : undefined
  const first = isNumber ? 'descending' : 'ascending'
  const other = now === 'ascending' ? 'descending' : 'ascending'
  return (
    <th scope="col" className={isNumber ? `${styles.head} ${styles.right}` : styles.head} aria-sort={now}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => onOrder({ field, direction: now === undefined ? first : other })}
      >
        {headerName}
      </button>
    </th>
  )
}

interface LineRowProps extends Pick<LineTableProps, 'columns' | 'pathOf'> {
  readonly line: ReportLine
  readonly isOpen: boolean
}

const LineRow = memo(function LineRow({ line, columns, pathOf, isOpen }: LineRowProps) {
  const [first, ...others] = columns
  return (
    <tr className={`${rows.row} ${rows.item}`} data-line={line.key} aria-current={isOpen || undefined}>
      <th scope="row">
        <Link to={pathOf(line.key)} className={styles.name}>
          {first?.text(line)}
        </Link>
      </th>
      {others.map(({ field, isNumber, text }) => (
        <td key={field} className={isNumber ? styles.right : undefined}>
          {text(line)}
        </td>
      ))}
    </tr>
  )
})
