import { z } from 'zod'
import type { FromReader } from './process/messages'

const Name = z.string().max(256)

const Message: z.ZodType<FromReader> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('beat') }),
  z.object({
    kind: z.literal('service'),
    state: z.enum(['running', 'not-running', 'not-allowed', 'no-library', 'failed']),
    detail: z.string().max(500),
  }),
  z.object({
    kind: z.literal('readers'),
    readers: z.array(z.object({ name: Name, condition: z.enum(['ready', 'card', 'mute', 'in-use']) })).max(64),
  }),
  z.object({ kind: z.literal('card'), reader: Name, uid: z.string().max(128) }),
  z.object({
    kind: z.literal('refused'),
    reader: Name,
    reason: z.enum(['in-use', 'taken-away', 'unreadable', 'unsupported']),
  }),
])

/** Reads what the process that reads cards said; null when it is nothing that it is known to say. */
export function readMessage(message: unknown): FromReader | null {
  const parsed = Message.safeParse(message)
  return parsed.success ? parsed.data : null
}
