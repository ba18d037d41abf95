import type { Role } from '@shared/contract/operators'

/** What counts of an operator here. */
export interface Standing {
  readonly id: number
  readonly role: Role
  readonly disabled: boolean
}

/**
 * Whether somebody is left who can change who may sign in, once an operator has become `after`, or has gone (null).
 * Without one everybody would be locked out of the settings for good.
 */
export function leavesAdministrator(
  operators: readonly Standing[],
  operatorId: number,
  after: Pick<Standing, 'role' | 'disabled'> | null,
): boolean {
  return operators
    .map((operator) => (operator.id === operatorId ? after : operator))
    .some((operator) => operator !== null && operator.role === 'administrator' && !operator.disabled)
}
