import Box from '@mui/material/Box'
import { keyframes, styled } from '@mui/material/styles'
import type { MarkStatus } from '../../components/statusLook'

const flow = keyframes({ to: { strokeDashoffset: -8 } })

// The theme stops every animation under prefers-reduced-motion.
const Current = styled('path')({ animation: `${flow} 1.2s linear infinite` })

const PLUGGED: ReadonlySet<MarkStatus> = new Set(['preparing', 'charging', 'suspended', 'finishing', 'occupied'])

interface EvsePictureProps {
  readonly status: MarkStatus
  readonly hasSession: boolean
}

/** A charger and the car at its plug, if there is one; energy that flows is seen to flow. The words stand beside it. */
export function EvsePicture({ status, hasSession }: EvsePictureProps) {
  const plugged = hasSession || PLUGGED.has(status)
  const quiet = 'var(--ch-palette-text-secondary)'
  return (
    <Box sx={{ flex: 'none', display: 'flex' }}>
      <svg
        aria-hidden="true"
        viewBox="1 0 68 32"
        width="68"
        height="32"
        fill="none"
        stroke={quiet}
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <rect x="2" y="3" width="14" height="23" rx="3.5" fill="var(--ch-palette-surface-raised)" />
        <path d="M6 29.5h6 M9 26v3.5" />
        <path d="m10 8-3 4.6h4L8 17" stroke="currentColor" />
        {plugged ? (
          <>
            <path d="M16 19c9 0 6 5 13 5 4 0 4-3 8-3" stroke="currentColor" strokeOpacity={0.4} strokeWidth="2" />
            {status === 'charging' && (
              <Current
                d="M16 19c9 0 6 5 13 5 4 0 4-3 8-3"
                stroke="currentColor"
                strokeWidth="2.4"
                strokeDasharray="4 4"
              />
            )}
            <path d="M41 25h-2.2c-1 0-1.8-.8-1.8-1.8v-3.4c0-1.3.9-2.3 2.2-2.6l4.6-1 4.2-4.6c.7-.7 1.6-1.1 2.6-1.1h8.2c1.3 0 2.4.6 3.1 1.7l2.5 4.2 4.7 1.2c1.4.4 2.3 1.4 2.3 2.9v2.7c0 1-.8 1.8-1.8 1.8h-1.8 M48.6 25h11.2" />
            <path d="M46 16.4h18 M54.5 10.8v5.4" strokeOpacity={0.6} strokeWidth="1.2" />
            <circle cx="44.8" cy="25" r="3.6" />
            <circle cx="63.6" cy="25" r="3.6" />
          </>
        ) : (
          <path d="M16 9c7 0 8.5 13.5 3.5 13.5-3 0-3.5-2-3.5-4" strokeOpacity={0.7} />
        )}
      </svg>
    </Box>
  )
}
