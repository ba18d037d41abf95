import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useIsAtDrawn } from '../useIsAtDrawn'
import { type FilterValues, isNarrowed, isTyping, type ListFilterSpec, readFilter, writeFilter } from './listFilter'

/** So long after the last letter the address follows, in milliseconds. */
const SETTLES_MS = 300

/** The filter of a list, and the ways to change it. */
export interface ListFilter<Values extends FilterValues<Values>> {
  readonly spec: ListFilterSpec<Values>
  readonly values: Values
  readonly isNarrowed: boolean
  readonly set: (part: Partial<Values>) => void
  readonly clear: () => void
}

/**
 * The filter of the list at this address. It stands in the address, so that it can be gone back to and passed on; what
 * is being typed is on screen at once and in the address when it has settled, in the place of what was there before.
 */
export function useListFilter<Values extends FilterValues<Values>>(spec: ListFilterSpec<Values>): ListFilter<Values> {
  const location = useLocation()
  const { search } = location
  const navigate = useNavigate()
  const isAtDrawn = useIsAtDrawn()
  const [values, setValues] = useState(() => readFilter(spec, search))
  const now = useRef({ values, search, navigate, isAtDrawn })
  // What this list wrote itself is not read back: meanwhile more may have been typed.
  const written = useRef(search)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    now.current = { values, search, navigate, isAtDrawn }
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  // At every step, not only at another address: whoever goes back at once comes from an address that was never drawn.
  useEffect(() => {
    if (location.search === written.current) return
    written.current = location.search
    clearTimeout(timer.current)
    setValues(readFilter(spec, location.search))
  }, [location, spec])

  const put = useCallback(
    (next: Values) => {
      const typing = isTyping(spec, now.current.values, next)
      const settle = () => {
        timer.current = setTimeout(write, SETTLES_MS)
      }
      const write = () => {
        // Gone elsewhere with the last letters: if the list is still there then, what was typed is kept a moment later.
        if (typing && !now.current.isAtDrawn()) return settle()
        const wanted = writeFilter(spec, next, now.current.search)
        if (wanted === now.current.search) return
        written.current = wanted
        void now.current.navigate({ search: wanted }, { replace: typing })
      }
      clearTimeout(timer.current)
      now.current = { ...now.current, values: next }
      setValues(next)
      if (typing) settle()
      else write()
    },
    [spec],
  )
  const set = useCallback((part: Partial<Values>) => put({ ...now.current.values, ...part }), [put])
  const clear = useCallback(() => put(spec.widest), [put, spec])
  return { spec, values, isNarrowed: isNarrowed(spec, values), set, clear }
}

/** Addresses beside a list, some with a query of their own, with its filter kept: what opens over it leaves it as it is. */
export function useBeside<Values extends FilterValues<Values>>(spec: ListFilterSpec<Values>): (path: string) => string {
  const { search } = useLocation()
  return (path) => {
    const [place = '', own] = path.split('?', 2)
    return place + writeFilter(spec, readFilter(spec, search), own)
  }
}
