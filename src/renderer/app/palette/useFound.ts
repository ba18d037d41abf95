import type { Card } from '@shared/contract/cards'
import type { Session } from '@shared/contract/sessions'
import { showUnprintable } from '@shared/printable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/useFormat'
import { feeds, useFeed, useOrpc } from '../../link'
import { useNamedStations } from '../../link/useNamedStations'
import { useWhyNot } from '../../link/useRights'
import { pages } from '../shell/pages'
import { NAMESPACES, places } from './places'
import { type Findable, ranked } from './rank'

/** What the palette offers, in the order of its parts. */
export const PARTS = ['pages', 'places', 'stations', 'requests', 'cards', 'sessions', 'devices'] as const
export type Part = (typeof PARTS)[number]

/** One line of the palette: opening it goes to its address. */
export interface Found extends Findable {
  readonly part: Part
  readonly to: string
}

/** Of one part, so that the others are seen as well. */
const MOST_OF_A_PART = 6
/** A single letter is in nearly everything. */
const SHORTEST_SEARCH = 2

/** What a text finds: places of the console at once, what is live as well, cards and sessions as the server finds them. */
export function useFound(text: string): { readonly found: readonly Found[]; readonly isSearching: boolean } {
  const wanted = useDeferredValue(text.trim())
  const search = wanted.length >= SHORTEST_SEARCH ? wanted : ''
  const orpc = useOrpc()
  const input = { search, limit: MOST_OF_A_PART }
  const settings = { input, enabled: search !== '', placeholderData: keepPreviousData }
  const cards = useQuery(orpc.cards.find.queryOptions(settings))
  const sessions = useQuery(orpc.sessions.find.queryOptions(settings))
  const fixed = usePlaces()
  const live = useLive()
  const cardLine = useCardLine()
  const sessionLine = useSessionLine()
  const found = useMemo(() => {
    const here = ranked(search === '' ? fixed : [...fixed, ...live], wanted)
    // The server has searched more than a line shows, and knows its own order.
    const there = search === '' ? [] : [cards.data?.entries.map(cardLine), sessions.data?.entries.map(sessionLine)]
    const all = [...here, ...there.flatMap((lines) => lines ?? [])]
    return PARTS.flatMap((part) => {
      const lines = all.filter((line) => line.part === part)
      return wanted === '' ? lines : lines.slice(0, MOST_OF_A_PART)
    })
  }, [fixed, live, wanted, search, cards.data, sessions.data, cardLine, sessionLine])
  return { found, isSearching: search !== '' && (cards.isFetching || sessions.isFetching) }
}

/** Pages, and what lies below them that whoever sits here may begin. */
function usePlaces(): Found[] {
  const { t } = useTranslation(NAMESPACES)
  const whyNot = useWhyNot()
  return useMemo(
    () => [
      ...pages.map(({ key, path }): Found => ({ part: 'pages', to: path, title: t(`pages.${key}`), also: '' })),
      ...places
        .filter(({ call }) => call === null || whyNot(call) === null)
        .map(({ to, words, below }): Found => ({ part: 'places', to, title: t(words), also: t(below) })),
    ],
    [t, whyNot],
  )
}

/** What the console is told of anyway. */
function useLive(): Found[] {
  const stations = useNamedStations()
  const requests = useFeed(feeds.requests).entries
  const devices = useFeed(feeds.devices).entries
  return useMemo(
    () => [
      ...stations.map(
        ({ id, identity, label, vendor, model, serialNumber }): Found => ({
          part: 'stations',
          to: `/stations/${id}`,
          title: showUnprintable(identity),
          also: textOf(label, vendor, model, serialNumber),
        }),
      ),
      ...requests.map(
        ({ id, owner, subject }): Found => ({
          part: 'requests',
          to: `/requests/${id}`,
          title: showUnprintable(owner.name),
          also: textOf(subject),
        }),
      ),
      ...devices.map(
        ({ id, clientId, label, type }): Found => ({
          part: 'devices',
          to: `/devices/all/${id}`,
          title: showUnprintable(clientId),
          also: textOf(label, type),
        }),
      ),
    ],
    [stations, requests, devices],
  )
}

function useCardLine(): (card: Card) => Found {
  return useMemo(
    () =>
      ({ id, token, holder, label, group }) => ({
        part: 'cards',
        to: `/cards/${id}`,
        title: holder || label || showUnprintable(token),
        also: textOf(holder || label ? token : null, holder ? label : null, group),
      }),
    [],
  )
}

function useSessionLine(): (session: Session) => Found {
  const format = useFormat()
  return useMemo(
    () =>
      ({ id, stationIdentity, startedAt, holder, cardLabel, token }) => ({
        part: 'sessions',
        to: `/sessions/${id}`,
        title: [showUnprintable(stationIdentity), startedAt === null ? null : format.dateTime(startedAt)]
          .filter(Boolean)
          .join(', '),
        also: textOf(holder || cardLabel || token),
      }),
    [format],
  )
}

function textOf(...texts: readonly (string | null)[]): string {
  return showUnprintable(texts.filter(Boolean).join(' · '))
}
