import { groupedFeed, keyedFeed, latestValue } from './liveSource'

/** The keyed feeds of the contract, for `useFeed`. */
export const feeds = {
  stations: keyedFeed('stations', (client, signal) => client.stations.watch(undefined, { signal })),
  /** Grouped by their stations. */
  runningSessions: groupedFeed(
    'runningSessions',
    (client, signal) => client.sessions.watchRunning(undefined, { signal }),
    ({ stationId }) => stationId,
  ),
  unknownCards: keyedFeed('unknownCards', (client, signal) => client.cards.watchUnknown(undefined, { signal })),
  openCommands: keyedFeed('openCommands', (client, signal) => client.commands.watchOpen(undefined, { signal })),
  taps: keyedFeed('taps', (client, signal) => client.readers.watchTaps(undefined, { signal })),
  devices: keyedFeed('devices', (client, signal) => client.devices.watch(undefined, { signal })),
  openUpgrades: keyedFeed('openUpgrades', (client, signal) => client.upgrades.watchOpen(undefined, { signal })),
  requests: keyedFeed('requests', (client, signal) => client.requests.watch(undefined, { signal })),
} as const

/** The live values of the contract, for `useLatest`. */
export const values = {
  seat: latestValue('seat', (client, signal) => client.seat.watch(undefined, { signal })),
  site: latestValue('site', (client, signal) => client.site.watch(undefined, { signal })),
  revisions: latestValue('revisions', (client, signal) => client.site.revisions(undefined, { signal })),
  ports: latestValue('ports', (client, signal) => client.ports.watch(undefined, { signal })),
  desk: latestValue('desk', (client, signal) => client.requests.summary(undefined, { signal })),
  desktop: latestValue('desktop', (client, signal) => client.desktop.watch(undefined, { signal })),
  automation: latestValue('automation', (client, signal) => client.apiTokens.watch(undefined, { signal })),
  backup: latestValue('backup', (client, signal) => client.backup.watch(undefined, { signal })),
  updates: latestValue('updates', (client, signal) => client.updates.watch(undefined, { signal })),
  power: latestValue('power', (client, signal) => client.power.watch(undefined, { signal })),
  frames: latestValue('frames', (client, signal) => client.frames.state(undefined, { signal })),
} as const
