import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { ConsoleClient } from './client'
import { FeedHub } from './feedHub'
import { LinkStateHolder, type LinkStateSource } from './linkState'

const queriesOf = (client: ConsoleClient) => createTanstackQueryUtils(client)

interface LinkContextValue {
  readonly client: ConsoleClient
  readonly orpc: ReturnType<typeof queriesOf>
  readonly hub: FeedHub
  readonly state: LinkStateSource
  readonly tryNow: () => void
}

const LinkContext = createContext<LinkContextValue | null>(null)

interface LinkProviderProps {
  readonly client: ConsoleClient
  /** Left out for an in-process client, whose link is always open. */
  readonly state?: LinkStateSource
  readonly tryNow?: () => void
  readonly children: ReactNode
}

const stayHere = () => {}

/** Gives the link to everything below: the client, its queries and its feeds. */
export function LinkProvider({ client, state, tryNow = stayHere, children }: LinkProviderProps) {
  const value = useMemo(() => {
    const source = state ?? new LinkStateHolder('open')
    return { client, orpc: queriesOf(client), hub: new FeedHub(client, source), state: source, tryNow }
  }, [client, state, tryNow])
  return <LinkContext value={value}>{children}</LinkContext>
}

/** The link of this console; throws outside a LinkProvider. */
export function useLink(): LinkContextValue {
  const value = useContext(LinkContext)
  if (value === null) throw new Error('useLink needs a LinkProvider above it')
  return value
}

/** The client, for calls outside of queries and mutations. */
export const useClient = () => useLink().client

/** Query and mutation options of every call: `useQuery(orpc.cards.find.queryOptions({ input }))`. */
export const useOrpc = () => useLink().orpc
