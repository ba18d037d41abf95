import Box from '@mui/material/Box'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'

/** Rows that are drawn above and below of what can be seen. */
const BESIDE = 6

export interface RowRange {
  readonly from: number
  /** The row after the last. */
  readonly to: number
}

interface VirtualListProps {
  /** How many rows there are, drawn or not. */
  readonly count: number
  /** Pixels; every row is as high as that. */
  readonly rowHeight: number
  /** What scrolls: the list stands somewhere inside of it, and it is positioned. */
  readonly scroller: RefObject<HTMLElement | null>
  readonly label?: string
  /** A row that is brought into sight when it changes; null for none. */
  readonly reveal?: number | null
  readonly onRange?: (range: RowRange) => void
  readonly children: (index: number) => ReactNode
}

/** A list of any length of which only what can be seen is drawn. Read out, it has its full length. */
export function VirtualList(props: VirtualListProps) {
  const { count, rowHeight, scroller, label, reveal = null, onRange, children } = props
  const list = useRef<HTMLUListElement>(null)
  const [range, setRange] = useState<RowRange>({ from: 0, to: 0 })

  // Not before the paint: what scrolls is above this list, and is known only after all below it.
  useEffect(() => {
    const outer = scroller.current
    if (!outer) return
    const look = () => {
      const above = outer.scrollTop - (list.current?.offsetTop ?? 0)
      const from = Math.max(0, Math.min(count, Math.floor(above / rowHeight) - BESIDE))
      const to = Math.max(from, Math.min(count, Math.ceil((above + outer.clientHeight) / rowHeight) + BESIDE))
      setRange((known) => (known.from === from && known.to === to ? known : { from, to }))
    }
    look()
    outer.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(look)
    sizes.observe(outer)
    // What stands before this list may grow.
    if (list.current?.parentElement) sizes.observe(list.current.parentElement)
    return () => {
      outer.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [count, rowHeight, scroller])

  useEffect(() => onRange?.(range), [onRange, range])

  useEffect(() => {
    const outer = scroller.current
    if (reveal === null || !outer || !list.current) return
    const top = list.current.offsetTop + reveal * rowHeight
    if (top < outer.scrollTop) outer.scrollTop = top
    else if (top + rowHeight > outer.scrollTop + outer.clientHeight)
      outer.scrollTop = top + rowHeight - outer.clientHeight
  }, [reveal, rowHeight, scroller])

  return (
    <Box
      component="ul"
      ref={list}
      aria-label={label}
      sx={{ listStyle: 'none', m: 0, p: 0, position: 'relative' }}
      style={{ height: count * rowHeight }}
    >
      {Array.from({ length: range.to - range.from }, (_, index) => range.from + index).map((index) => (
        <Box
          component="li"
          key={index}
          aria-posinset={index + 1}
          aria-setsize={count}
          sx={{
            position: 'absolute',
            left: 0,
            right: 0,
            boxSizing: 'border-box',
            borderBottom: 1,
            borderColor: 'divider',
          }}
          style={{ top: index * rowHeight, height: rowHeight }}
        >
          {children(index)}
        </Box>
      ))}
    </Box>
  )
}
