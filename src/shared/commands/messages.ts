import { z } from 'zod'
import { command } from './command'
import { field, INTEGER_MAX, Moment, optional, SessionChoice } from './fields'

const MessageId = field('message', z.number().int().min(0).max(INTEGER_MAX))

/** Shows a text on the station's screen (O01–O02, O06). */
export const showMessage = command(
  'show-message',
  'messages',
  {},
  z.object({
    text: field('longText', z.string().trim().min(1).max(512)),
    format: z.enum(['ASCII', 'HTML', 'URI', 'UTF8']).default('UTF8'),
    /** RFC 5646 tag, such as `en` or `de-CH`; null when it does not matter. */
    language: optional(
      z
        .string()
        .trim()
        .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)
        .max(8),
    ),
    /** `always-front` covers everything, `in-front` goes before the others, `normal` takes its turn. */
    priority: z.enum(['normal', 'in-front', 'always-front']).default('normal'),
    /** Shown only while the station is in this state; null for always. */
    during: optional(z.enum(['idle', 'charging', 'faulted', 'unavailable'])),
    from: optional(Moment),
    until: optional(Moment),
    /** Shown during this session only. */
    sessionId: optional(SessionChoice),
    /** Replaces the message of this number; null for a new one. */
    messageId: optional(MessageId),
  }),
)

/** Takes a message away (O05). */
export const clearMessage = command('clear-message', 'messages', {}, z.object({ messageId: MessageId }))

/** Has a station report the messages it shows or will show (O03, O04). */
export const reportMessages = command(
  'report-messages',
  'messages',
  {},
  z.object({
    messageIds: z.array(MessageId).max(100).default([]),
    priority: optional(z.enum(['normal', 'in-front', 'always-front'])),
    during: optional(z.enum(['idle', 'charging', 'faulted', 'unavailable'])),
  }),
)
