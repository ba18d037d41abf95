import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, Suspense, useEffect } from 'react'
import { lazyPart } from '../../components/lazyPart'
import { values } from '../../link/feeds'
import { useLink } from '../../link/LinkProvider'
import { useLatest } from '../../link/useFeed'
import { Connecting, Waiting } from '../Waiting'
import type { SignInProps } from './SignIn'
import { useActivity } from './useActivity'

const SignIn = lazyPart<SignInProps>(() => import('./SignIn'))

/** Asks who is there, where somebody has to sign in; what was known before is forgotten as soon as nobody is there. */
export function SeatGate({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  const { hub } = useLink()
  const seat = useLatest(values.seat)
  const isLocked = seat.data?.locked
  useActivity(seat.data?.who != null)
  useEffect(() => {
    if (isLocked !== true) return
    queries.clear()
    hub.forget(values.seat)
  }, [isLocked, queries, hub])
  if (seat.data === undefined) return <Waiting live={seat} />
  if (!seat.data.locked) return children
  return (
    <Suspense fallback={<Connecting />}>
      <SignIn seat={seat.data} />
    </Suspense>
  )
}
