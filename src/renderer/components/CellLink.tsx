import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface CellLinkProps {
  readonly to: string
  /** From the cell: within a table one place takes the keyboard's focus. */
  readonly tabIndex: 0 | -1
  readonly children: ReactNode
}

/** The link of a row to its details, on one line. The table gives it its looks: a style of its own in every row is slow. */
export function CellLink({ to, tabIndex, children }: CellLinkProps) {
  return (
    <Link to={to} tabIndex={tabIndex} className="cell-link">
      {children}
    </Link>
  )
}
