import { styled } from '@mui/material/styles'

/** How far below its top a box is met by its line, in px: at the middle of its first line of text. */
const AT = 24
/** How wide the space is that lines run in, in px. */
export const LINE_ROOM = 40
const TRUNK = 14

const Picture = styled('svg')({ position: 'absolute', top: 0, height: '100%', overflow: 'visible' })

interface TrustLineProps {
  /** Its place among those that the same authority signed. */
  readonly isFirst: boolean
  readonly isLast: boolean
  /** What does not count yet, or no more, hangs on a broken line. */
  readonly isBroken: boolean
}

/** The line from who signs to what is signed, which ends in an arrow. Words beside it say the same. */
export function TrustLine({ isFirst, isLast, isBroken }: TrustLineProps) {
  const end = LINE_ROOM - 3
  const dashes = isBroken ? '3 4' : undefined
  return (
    <Picture aria-hidden="true" width={LINE_ROOM} sx={{ left: 0 }} fill="none" stroke="currentColor" strokeWidth="1.5">
      <path
        d={isFirst ? `M0 ${AT}H${end}` : `M${TRUNK} 0V${AT - 8}q0 8 8 8H${end}`}
        strokeDasharray={dashes}
        strokeLinecap="round"
      />
      {!isLast && <line x1={TRUNK} x2={TRUNK} y1={isFirst ? AT : 0} y2="100%" />}
      <path d={`m${end - 5} ${AT - 4} 5 4-5 4`} strokeLinecap="round" strokeLinejoin="round" />
    </Picture>
  )
}

/** The line at the left of two roots that have certified each other, drawn by each of them as far as it reaches. */
export function CrossLine({ goesUp, goesDown }: { readonly goesUp: boolean; readonly goesDown: boolean }) {
  const room = 20
  return (
    <Picture
      aria-hidden="true"
      width={room}
      sx={{ left: -room }}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="3 4"
      strokeLinecap="round"
    >
      {goesUp && <path d={`M4 0V${AT - 8}q0 8 8 8h4`} />}
      {goesDown && (
        <>
          <path d={`M${room - 4} ${AT}h-4q-8 0-8 8`} />
          <line x1="4" x2="4" y1={AT + 8} y2="100%" />
        </>
      )}
      <path d={`m${room - 8} ${AT - 4} 5 4-5 4`} strokeDasharray="none" strokeLinejoin="round" />
    </Picture>
  )
}
