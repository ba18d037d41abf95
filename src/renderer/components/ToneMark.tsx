import Box from '@mui/material/Box'
import type { StatusColour } from '../app/theme/tokens'

/** The shapes a state can have beside its word, so that no colour has to be told from another. */
export type ToneShape = 'tick' | 'ring' | 'dotted' | 'half' | 'disc' | 'dash' | 'triangle' | 'stop'

interface ToneMarkProps {
  shape: ToneShape
  tone: StatusColour
  children: string
}

/** A state as shape, word and colour, for what is not the state of a connector. */
export function ToneMark({ shape, tone, children }: ToneMarkProps) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 2, minWidth: 0, whiteSpace: 'nowrap' }}
    >
      <Box component="span" sx={{ color: `status.${tone}`, display: 'inline-flex', flex: 'none' }}>
        <ToneGlyph shape={shape} />
      </Box>
      <span>{children}</span>
    </Box>
  )
}

/** The shape alone, for where the word stands elsewhere. */
export function ToneGlyph({ shape, size = 14 }: { shape: ToneShape; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      aria-hidden
    >
      {SHAPES[shape]}
    </svg>
  )
}

const RING = <circle cx="7" cy="7" r="5.5" />

const SHAPES = {
  tick: (
    <>
      {RING}
      <path d="M4.6 7.2 6.4 9l3.1-3.8" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  ring: RING,
  dotted: <circle cx="7" cy="7" r="5.5" strokeDasharray="1.8 1.7" />,
  half: (
    <>
      {RING}
      <path d="M7 1.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" stroke="none" />
    </>
  ),
  disc: <circle cx="7" cy="7" r="6" fill="currentColor" stroke="none" />,
  dash: <path d="M2 7h10" strokeWidth="2.5" strokeLinecap="round" />,
  triangle: <path d="M7 1.2 13.4 12.6H.6z" fill="currentColor" stroke="none" />,
  stop: (
    <>
      <path d="M4.3.8h5.4l3.5 3.5v5.4l-3.5 3.5H4.3L.8 9.7V4.3z" fill="currentColor" stroke="none" />
      <path d="M4 7h6" stroke="var(--ch-palette-background-paper)" strokeWidth="2" />
    </>
  ),
} as const satisfies Record<ToneShape, unknown>
