import { useRemembered } from '@renderer/app/remembered'
import { useSite } from '@renderer/app/SiteContext'
import { feeds, useOrpc } from '@renderer/link'
import type { LiveState } from '@renderer/link/feedHub'
import { values } from '@renderer/link/feeds'
import type { FeedEntries } from '@renderer/link/liveSource'
import { useLatest } from '@renderer/link/useFeed'
import { useFeedState, useSelected } from '@renderer/link/useSelected'
import type { Station } from '@shared/contract/stations'
import { useQuery } from '@tanstack/react-query'
import { doneSteps, type FirstFacts, type FirstStep, isStillAsked, stepsOf } from './steps'

export interface FirstSteps {
  /** All that there are at this site, in their order. */
  readonly steps: readonly FirstStep[]
  readonly done: ReadonlySet<FirstStep>
  /** The first that is not done; null after the last. */
  readonly next: FirstStep | null
  /** False until it is known what is done. */
  readonly isKnown: boolean
  /** Why it will not be known by itself; null while nothing keeps it from that. */
  readonly failure: { readonly error: unknown; readonly retry: () => void } | null
}

/** How far the first hour has come. */
export function useFirstSteps(): FirstSteps {
  const steps = stepsOf(useSite())
  const feed = useFeedState(feeds.stations)
  const stations = useSelected(feeds.stations, listOf, isAsFarAsBefore)
  const orpc = useOrpc()
  const input = { limit: 1 }
  const cards = useQuery({ ...orpc.cards.find.queryOptions({ input }), enabled: isStillAsked })
  const sessions = useQuery({ ...orpc.sessions.find.queryOptions({ input }), enabled: isStillAsked })
  const backup = useLatest(values.backup)
  const done = doneSteps({
    stations,
    cards: cards.data?.total ?? 0,
    sessions: sessions.data?.total ?? 0,
    backup: backup.data ?? null,
  })
  // What was known once is known still when it can not be asked for again.
  const isKnown = feed.state === 'ready' && !!cards.data && !!sessions.data && !!backup.data
  const failed = [
    ...(feed.state === 'failed' ? [feed] : []),
    ...(backup.state === 'failed' ? [backup] : []),
    ...[cards, sessions].filter(({ isError }) => isError).map(({ error, refetch }) => ({ error, retry: refetch })),
  ]
  const [first] = failed
  const failure =
    isKnown || first === undefined
      ? null
      : { error: first.error, retry: () => failed.forEach(({ retry }) => void retry()) }
  return { steps, done, next: steps.find((step) => !done.has(step)) ?? null, isKnown, failure }
}

/** Whether the way through the first hour is shown on the Overview; it can be found again in any case. */
export function useFirstStepsShown(): [boolean, (shown: boolean) => void] {
  const [choice, choose] = useRemembered('chargehand.firstSteps', 'shown', ['shown', 'put-away'])
  return [choice === 'shown', (shown) => choose(shown ? 'shown' : 'put-away')]
}

type Facts = FirstFacts['stations']
const NONE: Facts = []

function listOf({ data }: LiveState<FeedEntries<Station>>): Facts {
  return data?.list ?? NONE
}

function isAsFarAsBefore(before: Facts, after: Facts): boolean {
  if (before.length !== after.length) return false
  return before.every(
    ({ admission, firstSeenAt }, at) => admission === after[at]?.admission && firstSeenAt === after[at]?.firstSeenAt,
  )
}
