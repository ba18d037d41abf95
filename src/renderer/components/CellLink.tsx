import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'

interface CellLinkProps {
  readonly to: string
  /** From the cell: within a table one place takes the keyboard's focus. */
  readonly tabIndex: 0 | -1
  /** In the colour of the text around it, where every row of many has one. */
  readonly quiet?: boolean
  readonly children: ReactNode
}

/** The link of a row to its details, on one line; the list beside them keeps its filter. The table gives it its looks: a style of its own in every row is slow. */
export function CellLink({ to, tabIndex, quiet = false, children }: CellLinkProps) {
  const { search } = useLocation()
  return (
    <Link to={{ pathname: to, search }} tabIndex={tabIndex} className={quiet ? 'cell-link quiet' : 'cell-link'}>
      {children}
    </Link>
  )
}
