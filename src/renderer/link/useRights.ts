import type { Contract } from '@shared/contract'
import { includesRight, needsOf, RIGHT_OF_ROLE, type Right } from '@shared/contract/scopes'
import type { SeatState } from '@shared/contract/seat'
import { useCallback } from 'react'
import { values } from './feeds'
import { useLatest } from './useFeed'

type Call<Subject> = Subject extends keyof Contract & string ? `${Subject}.${keyof Contract[Subject] & string}` : never

/** A call of the contract by its path, such as `stations.admit`. */
export type CallName = Call<keyof Contract>

const ONLY = { operate: 'OPERATORS_ONLY', certify: 'OFFICERS_ONLY', admin: 'ADMINISTRATORS_ONLY' } as const

/** Who has signed in here; null as long as nobody has to. */
export function useWho(): SeatState['who'] {
  return useLatest(values.seat).data?.who ?? null
}

/**
 * Why whoever sits here may not make a call that changes something, as the fault that the server would answer with; null
 * when they may. The server decides; this is so that nobody has to try.
 * `more`: the right that it takes because of what is in it.
 */
export function useWhyNot(): (call: CallName, more?: Right | null) => (typeof ONLY)[keyof typeof ONLY] | null {
  const role = useWho()?.role
  return useCallback(
    (call, more = null) => {
      if (role === undefined) return null
      const right = more ?? needsOf(call.split('.'), undefined).right
      if (right === null || right === 'read' || includesRight(RIGHT_OF_ROLE[role], right)) return null
      return ONLY[right]
    },
    [role],
  )
}
