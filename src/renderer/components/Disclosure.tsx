import Box from '@mui/material/Box'
import { type ReactNode, useState } from 'react'

interface DisclosureProps {
  readonly summary: string
  /** What is inside is made, and asked for, when it is first opened. */
  readonly children: () => ReactNode
}

/** A part that most people need not see, opened on demand. */
export function Disclosure({ summary, children }: DisclosureProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Box
      component="details"
      onToggle={(event: React.ToggleEvent<HTMLElement>) => {
        if (event.newState === 'open') setOpened(true)
      }}
      sx={{ '& summary': { cursor: 'pointer', width: 'fit-content', color: 'text.secondary' }, '& + &': { mt: 3 } }}
    >
      <summary>{summary}</summary>
      {opened && <Box sx={{ mt: 3 }}>{children()}</Box>}
    </Box>
  )
}
