import type { SiteState } from '@shared/contract/site'
import type { RequestDesk } from './ca/desk'
import type { KeyStore } from './ca/keystore/keyStore'
import type { Cards } from './cards/cards'
import type { Ports } from './ports/ports'
import type { Readers } from './readers/readers'
import type { TodayFigures } from './sessions/todayFigures'
import type { SiteOptions } from './siteOptions'
import type { Stations } from './stations/stations'

export interface SiteStateDeps {
  readonly options: Pick<SiteOptions, 'version' | 'demo'>
  readonly isSetUp: () => boolean
  readonly name: () => string
  readonly organisation: () => string
  readonly ports: Pick<Ports, 'state'>
  readonly keyStore: Pick<KeyStore, 'kind'>
  readonly stations: Pick<Stations, 'count'>
  readonly desk: Pick<RequestDesk, 'countPending'>
  readonly cards: Pick<Cards, 'countUnknown'>
  readonly readers: Pick<Readers, 'state' | 'everSeen'>
  readonly today: Pick<TodayFigures, 'now'>
}

/** The site at one glance, as the strip, the rail and the overview show it. */
export function createSiteState(deps: SiteStateDeps): () => SiteState {
  const { options, keyStore, stations, desk, cards } = deps
  return () => {
    const { admitted, connected, waiting } = stations.count()
    return {
      phase: deps.isSetUp() ? 'running' : 'setup',
      name: deps.name(),
      organisation: deps.organisation(),
      version: options.version,
      demo: options.demo,
      ...deps.ports.state(),
      keyStore: { kind: keyStore.kind },
      reader: deps.readers.state(),
      readerSeen: deps.readers.everSeen(),
      stations: { admitted, connected },
      waiting: { stations: waiting, requests: desk.countPending(), unknownCards: cards.countUnknown() },
      today: deps.today.now(),
    }
  }
}
