import type { ReactNode } from 'react'
import styles from './StatusMark.module.css'
import type { MarkShape } from './statusLook'

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 2, strokeLinecap: 'round' } as const

const SHAPES: Readonly<Record<MarkShape, ReactNode>> = {
  ring: <circle cx="8" cy="8" r="5.5" {...line} />,
  'dotted-ring': <circle cx="8" cy="8" r="5.5" {...line} strokeDasharray="0.1 3.355" strokeWidth={2.4} />,
  disc: <circle className={styles.disc} cx="8" cy="8" r="6.5" fill="currentColor" />,
  'half-disc': (
    <>
      <circle cx="8" cy="8" r="5.5" {...line} />
      <path d="M8 2.5a5.5 5.5 0 0 0 0 11z" fill="currentColor" />
    </>
  ),
  'ring-tick': (
    <>
      <circle cx="8" cy="8" r="6.5" {...line} strokeWidth={1.6} />
      <path d="m5 8.2 2.2 2.1L11 6" {...line} strokeWidth={1.8} strokeLinejoin="round" />
    </>
  ),
  'ring-bar': (
    <>
      <circle cx="8" cy="8" r="6.5" {...line} strokeWidth={1.6} />
      <path d="M8 5v6" {...line} />
    </>
  ),
  'ring-dot': (
    <>
      <circle cx="8" cy="8" r="6.5" {...line} strokeWidth={1.6} />
      <circle cx="8" cy="8" r="2.5" fill="currentColor" />
    </>
  ),
  dash: <path d="M3 8h10" {...line} strokeWidth={2.5} />,
  triangle: (
    <path
      d="M8 1.5 15 14H1z M8 6v4 M8 12v0.1"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  ),
  tick: <path d="m2.5 8.5 3.5 3.5 7.5-8" {...line} strokeLinejoin="round" />,
  hollow: <circle cx="8" cy="8" r="6" {...line} strokeWidth={1.2} strokeDasharray="2.6 2.1" strokeLinecap="butt" />,
  hourglass: (
    <path
      d="M4 2.5h8 M4 13.5h8 M5 2.5c0 3 3 4 3 5.5s-3 2.5-3 5.5 M11 2.5c0 3-3 4-3 5.5s3 2.5 3 5.5"
      {...line}
      strokeWidth={1.6}
    />
  ),
  'ring-cross': (
    <>
      <circle cx="8" cy="8" r="6.5" {...line} strokeWidth={1.6} />
      <path d="m5.8 5.8 4.4 4.4 M10.2 5.8 5.8 10.2" {...line} strokeWidth={1.6} />
    </>
  ),
}

/** The picture of a status in the colour of the text around it; a word always stands beside it. */
export function StatusShape({ shape, size = 16 }: { readonly shape: MarkShape; readonly size?: number }) {
  return (
    <svg className={styles.shape} aria-hidden="true" viewBox="0 0 16 16" width={size} height={size}>
      {SHAPES[shape]}
    </svg>
  )
}
