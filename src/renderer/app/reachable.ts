import type { SiteState } from '@shared/contract/site'

/** The addresses to type into a charger, each once, without the identity and without a slash at the end. */
export function reachableAddresses(site: Pick<SiteState, 'listeners'>): string[] {
  return [...new Set(site.listeners.flatMap(({ reachableAt }) => reachableAt.map((url) => url.replace(/\/+$/, ''))))]
}
