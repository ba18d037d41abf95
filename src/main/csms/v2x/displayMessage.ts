/** How much room a message takes on the screen (MessagePriorityEnumType). */
export const PRIORITIES = {
  normal: 'NormalCycle',
  'in-front': 'InFront',
  'always-front': 'AlwaysFront',
} as const

/** While the station is in which state a message is shown (MessageStateEnumType). */
export const STATES = {
  idle: 'Idle',
  charging: 'Charging',
  faulted: 'Faulted',
  unavailable: 'Unavailable',
} as const
