/**
 * What a station told that no other part of the site keeps, by what it is about.
 * - `boots`: what it said of itself when it started, and why it did
 * - `alerts`: an event that it noticed by itself (NotifyEvent)
 * - `monitoring`: the monitors that it has set, and streams that it opened or closed
 * - `streams`: values of such a stream
 * - `firmware`, `logs`: how an update or an upload comes on
 * - `charging`: limits, schedules and profiles
 * - `grid`: control by the grid operator (DER)
 * - `reservations`: a reservation ended
 * - `messages`: what stands on its display
 * - `customers`: what it keeps about a customer
 * - `battery-swap`: batteries that came and went
 * - `payments`: terminals, receipts, VAT numbers
 * - `plug-and-charge`: certificates of vehicles and contracts
 * - `meter`: readings outside of any session
 * - `vendor`: messages of its maker's own
 * - `protocol`: an answer of this server that it could not understand, and what made no sense and is never answered
 */
export const NOTICE_TOPICS = [
  'boots',
  'alerts',
  'monitoring',
  'streams',
  'firmware',
  'logs',
  'charging',
  'grid',
  'reservations',
  'messages',
  'customers',
  'battery-swap',
  'payments',
  'plug-and-charge',
  'meter',
  'vendor',
  'protocol',
] as const
export type NoticeTopic = (typeof NOTICE_TOPICS)[number]
