import { styled } from '@mui/material/styles'
import type { StatusColour } from '../app/theme/tokens'
import { StatusShape } from './StatusShape'
import type { MarkShape } from './statusLook'

/** How a state looks: the shape tells it apart where the colour can't. */
export interface Tone {
  readonly shape: MarkShape
  readonly colour: StatusColour
}

// Without `sx`: marks stand in every row of a list, and a style of its own in each would be made anew each time.
const Mark = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 8, fontWeight: 550 })

/** A state as shape, word and colour, for what is neither a station nor a connector: cards, requests, certificates. */
export function ToneMark({ shape, colour, word }: Tone & { readonly word: string }) {
  return (
    <Mark style={{ color: `var(--ch-palette-status-${colour})` }}>
      <StatusShape shape={shape} />
      <span>{word}</span>
    </Mark>
  )
}
