import { type Charger, type ChargerOptions, createCharger } from '@simulator/index'
import { afterEach, beforeEach } from 'vitest'
import { fast } from './fastEnvironment'
import { openFriendlyServer, type RawServer } from './rawServer'

/** One virtual charger at a friendly server, for each test of a file anew. */
export interface FriendlyCharger {
  readonly server: RawServer
  /** The charger of this test; there is one once `ready` was called. */
  readonly charger: Charger
  /** Starts it, 2.0.1 unless the options say otherwise, and waits until it is accepted and has told its statuses. */
  ready(options?: Partial<ChargerOptions>): Promise<Charger>
}

/** Opens a server before each test and closes it, and the charger, after it. */
export function friendlyCharger(): FriendlyCharger {
  let server: RawServer
  let charger: Charger
  beforeEach(async () => {
    server = await openFriendlyServer()
  })
  afterEach(async () => {
    await charger.stop()
    await server.close()
  })
  return {
    get server() {
      return server
    },
    get charger() {
      return charger
    },
    async ready(options = {}) {
      charger = createCharger({
        url: server.url,
        identity: 'CP_1',
        version: '2.0.1',
        ...fast,
        ...options,
      })
      const up = charger.waitFor('ready')
      charger.start()
      await up
      return charger
    },
  }
}
