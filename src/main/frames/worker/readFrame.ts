import type { FrameKind } from '../../../shared/ocpp/frame.ts'
import { mayNameKeyCode } from '../../../shared/ocpp/keyCode.ts'
import { withoutWhatLooksSecret } from '../../secrets/secretText.ts'
import { withoutSecrets } from '../../secrets/withoutSecrets.ts'

/** What the log makes of the text of one frame. */
export interface ReadFrame {
  readonly kind: FrameKind
  readonly id: string | null
  /** Of questions; an answer has none by itself. */
  readonly action: string | null
  /** Of the two kinds of error: code and description as they were sent. */
  readonly error: string | null
  /** Without secrets; word for word where there were none. */
  readonly text: string
  readonly hidden: boolean
}

const KINDS = new Map<unknown, FrameKind>([
  [2, 'call'],
  [3, 'result'],
  [4, 'error'],
  [5, 'result-error'],
  [6, 'send'],
])

/**
 * Words of which one stands in every text that may hold a secret. Such a frame is written down as it was understood: a
 * key that is said twice would otherwise be kept with the value that was not looked at.
 */
const MAY_HOLD_SECRETS = /\\u|pass|secret|key|credential|psk|pin|:\/\/|(?<!"(?:additional|group)?id)token/i

/** Reads one frame for the log: tolerant, because the log shows what is wrong with frames. Never throws. */
export function readFrame(text: string): ReadFrame {
  try {
    return readJson(text)
  } catch {
    // No JSON, or nested deeper than can be walked through.
    const shown = withoutWhatLooksSecret(text)
    return { kind: 'unreadable', id: null, action: null, error: null, text: shown, hidden: shown !== text }
  }
}

function readJson(text: string): ReadFrame {
  const message: unknown = JSON.parse(text)
  let hidden = false
  let written = text
  if (MAY_HOLD_SECRETS.test(text) || mayNameKeyCode(text)) {
    const shown = withoutSecrets(message)
    hidden = shown.hidden
    written = JSON.stringify(shown.value)
  }
  const parts: unknown[] = Array.isArray(message) ? message : []
  const kind = KINDS.get(parts[0]) ?? 'unreadable'
  const id = typeof parts[1] === 'string' && parts[1] !== '' ? parts[1].slice(0, 255) : null
  const asks = kind === 'call' || kind === 'send'
  const action = asks && typeof parts[2] === 'string' ? parts[2].slice(0, 100) : null
  const isError = kind === 'error' || kind === 'result-error'
  const error = isError ? [parts[2], parts[3]].filter((part) => typeof part === 'string' && part !== '') : []
  return {
    kind,
    id,
    action,
    error: isError ? withoutWhatLooksSecret(error.join(': ')).slice(0, 500) : null,
    text: written,
    hidden,
  }
}
