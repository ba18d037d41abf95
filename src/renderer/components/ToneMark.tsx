import Box from '@mui/material/Box'
import type { StatusColour } from '../app/theme/tokens'
import { StatusShape } from './StatusShape'
import type { MarkShape } from './statusLook'

/** How a state looks: the shape tells it apart where the colour can't. */
export interface Tone {
  readonly shape: MarkShape
  readonly colour: StatusColour
}

/** A state as shape, word and colour, for what is neither a station nor a connector: cards, requests, certificates. */
export function ToneMark({ shape, colour, word }: Tone & { readonly word: string }) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 2, color: `status.${colour}`, fontWeight: 550 }}
    >
      <StatusShape shape={shape} />
      <span>{word}</span>
    </Box>
  )
}
