import { QueryClient } from '@tanstack/react-query'

/**
 * The cache of queries. It never asks whether the computer is online (the server is on this computer, the site often has
 * no internet), and asks again when a revision grows (useRevisions) rather than by time or focus.
 */
export const createQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })
