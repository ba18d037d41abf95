import ExpandMoreIcon from '@mui/icons-material/ExpandMore'
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'

interface FormPartProps {
  readonly title: string
  /** What the fields inside come to, while they are out of sight. */
  readonly summary: string
  /** Something inside has to be mended. */
  readonly wrong: boolean
  readonly children: ReactNode
}

/** A part of a form that most cards leave alone: its fields come into sight when it is opened. */
export function FormPart({ title, summary, wrong, children }: FormPartProps) {
  const [open, setOpen] = useState(false)
  return (
    <Accordion
      variant="outlined"
      disableGutters
      expanded={open || wrong}
      onChange={(_, next) => setOpen(next)}
      slotProps={{ heading: { component: 'h3' } }}
    >
      <AccordionSummary expandIcon={<ExpandMoreIcon />}>
        <Typography component="span" sx={{ fontWeight: 600, mr: 3 }}>
          {title}
        </Typography>
        <Typography component="span" color="textSecondary">
          {summary}
        </Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ display: 'grid', gap: 5 }}>{children}</AccordionDetails>
    </Accordion>
  )
}
