import { useEffect, useState } from 'react'

/** What fills a large window; a longer list shows these at once. */
const FIRST = 48
/** So many more come with each frame. */
const STEP = 16

/** How many parts of a long list to draw: what fills the window at once, the rest frame by frame. */
export function useGrowing(count: number): number {
  const [drawn, setDrawn] = useState(FIRST)
  useEffect(() => {
    if (drawn >= count) return
    const frame = requestAnimationFrame(() => setDrawn(drawn + STEP))
    return () => cancelAnimationFrame(frame)
  }, [count, drawn])
  return Math.min(count, drawn)
}
