import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId, useState } from 'react'

interface ToolPopoverProps {
  readonly icon: ReactNode
  /** What the button opens; over the content too. */
  readonly title: string
  /** What is to be known of it before it is open. */
  readonly state?: string
  /** Drawn in the colour of selection: something is not as usual. */
  readonly isOn: boolean
  readonly children: (close: () => void) => ReactNode
}

/** A button with a picture beside a list, and what it opens over it. */
export function ToolPopover({ icon, title, state, isOn, children }: ToolPopoverProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  // Before it was open it is not there at all: with every letter of a search it would be drawn for nothing.
  const [wasOpen, setWasOpen] = useState(false)
  const headingId = useId()
  const close = () => setAnchor(null)
  const name = state === undefined ? title : `${title}: ${state}`
  return (
    <>
      <Tooltip title={name}>
        <IconButton
          aria-label={name}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          color={isOn ? 'primary' : 'default'}
          onClick={(event) => {
            setAnchor(event.currentTarget)
            setWasOpen(true)
          }}
        >
          {icon}
        </IconButton>
      </Tooltip>
      {wasOpen && (
        <Popover
          open={anchor !== null}
          anchorEl={anchor}
          onClose={close}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
          transformOrigin={{ vertical: 'top', horizontal: 'right' }}
          slotProps={{
            paper: {
              role: 'dialog',
              'aria-labelledby': headingId,
              sx: { width: 340, maxWidth: '90vw', p: 4, display: 'grid', gap: 3 },
            },
          }}
        >
          <Typography id={headingId} variant="h3" component="h2">
            {title}
          </Typography>
          {children(close)}
        </Popover>
      )}
    </>
  )
}
