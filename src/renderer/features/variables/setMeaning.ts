import type { Command } from '@shared/contract/commands'
import { statusOf } from '../commands/statusOf'

/** What became of a new value; the sentences are `variables:answer.<meaning>`. */
export type SetMeaning =
  | 'sending'
  | 'accepted'
  | 'reboot'
  | 'rejected'
  | 'unknownComponent'
  | 'unknownVariable'
  | 'unsupported'
  | 'other'
  | 'failed'
  | 'unknown'
  | 'notSent'

/** Statuses of SetVariables (2.x) and ChangeConfiguration (1.6). */
const BY_STATUS: Readonly<Record<string, SetMeaning>> = {
  Accepted: 'accepted',
  RebootRequired: 'reboot',
  Rejected: 'rejected',
  UnknownComponent: 'unknownComponent',
  UnknownVariable: 'unknownVariable',
  NotSupportedAttributeType: 'unsupported',
  NotSupported: 'unsupported',
}

/** What the state of the command and the station's own word mean for the value. */
export function setMeaning(command: Pick<Command, 'state' | 'status' | 'answer'>): SetMeaning {
  switch (command.state) {
    case 'waiting':
    case 'sent':
      return 'sending'
    case 'accepted':
    case 'refused':
      // A word of its own is shown as it is: it is the station's, and accepted or not is its verdict alone.
      return BY_STATUS[statusOf(command) ?? ''] ?? 'other'
    case 'failed':
      return 'failed'
    case 'unknown':
      return 'unknown'
    case 'expired':
    case 'cancelled':
    case 'offline':
      return 'notSent'
  }
}
