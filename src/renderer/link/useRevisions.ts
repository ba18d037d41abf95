import type { Revisions } from '@shared/contract/site'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { values } from './feeds'
import { isLost } from './linkState'
import { useLatest } from './useFeed'
import { useLinkState } from './useLinkState'

/** The subjects whose counter differs; a restarted server counts anew, so “differs” and not only “grew”. */
export function changedSubjects(before: Revisions, after: Revisions): (keyof Revisions)[] {
  return (Object.keys(after) as (keyof Revisions)[]).filter((subject) => before[subject] !== after[subject])
}

/** Subjects that are made of others, and have no counter of their own. */
const FOLLOWERS: Readonly<Partial<Record<keyof Revisions, readonly string[]>>> = {
  cards: ['localLists'],
  variables: ['localLists'],
  certificates: ['roots', 'rollOver'],
  commands: ['roots'],
  requests: ['rollOver'],
  security: ['rollOver'],
  stations: ['rollOver', 'localLists'],
  tariffs: ['reports'],
}

/** Makes queries ask again when their subject changed on the server, and all of them after a lost link. Mounted once. */
export function useRevisions() {
  const queries = useQueryClient()
  const { data } = useLatest(values.revisions)
  const link = useLinkState()
  const seen = useRef<Revisions>(undefined)
  const lost = useRef(false)

  useEffect(() => {
    if (data === undefined) return
    // Keys of queries begin with the path of the call, the subject first.
    if (seen.current !== undefined) {
      const changed = changedSubjects(seen.current, data)
      for (const subject of new Set([...changed, ...changed.flatMap((each) => FOLLOWERS[each] ?? [])])) {
        void queries.invalidateQueries({ queryKey: [[subject]] })
      }
    }
    seen.current = data
  }, [data, queries])

  useEffect(() => {
    if (link.state === 'open' && lost.current) void queries.invalidateQueries()
    lost.current = isLost(link)
  }, [link, queries])
}
