import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Enrolment } from '@main/cards/enrolment'
import { chooseKeyStore } from '@main/chooseKeyStore'
import { startWebHost } from '@main/hosts/web/webHost'
import { openFileLog } from '@main/log'
import { createRouter } from '@main/service'
import { openSite, type Site } from '@main/site'
import { enrolDevices } from '../enrolDevices'
import { CARDS, cardNumber, STATIONS, serialNumberOf, stationIdentity } from '../population'
import { failToStart, serveUnderTest } from '../serveUnderTest'
import { MATERIAL_FILE } from '../suites/secured'
import { certifyStations } from '../tls/certifyStations'

// The whole site without a host: set up, with its stations registered and its cards enrolled, limits out of the way.
const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    'max-batch': { type: 'string' },
    stations: { type: 'string', default: String(STATIONS) },
    screen: { type: 'boolean', default: false },
    renderer: { type: 'string', default: '' },
    'no-live-log': { type: 'boolean', default: false },
    tls: { type: 'boolean', default: false },
    devices: { type: 'boolean', default: false },
  },
})

run(values.folder ?? '', values['max-batch']).catch(failToStart)

async function run(folder: string, maxBatch: string | undefined): Promise<void> {
  const { log, close } = openFileLog(folder)
  const site = await openSite({
    dataFolder: folder,
    bind: '127.0.0.1',
    ocppPort: 0,
    ...(values.tls ? { tlsPort: 0 } : {}),
    ...(values.devices ? { tlsPort: 0, brokerLimits: { packetsPerSecond: 1_000_000 } } : {}),
    demo: false,
    keyStore: chooseKeyStore(folder, { kind: 'none' }, null),
    version: 'bench',
    log,
    limits: { framesPerSecond: 1_000_000, connectionsPerAddress: 10_000, connections: 10_000 },
    frames: values['no-live-log'] ? false : {},
    writer: maxBatch === undefined ? {} : { maxBatch: Number(maxBatch) },
  })
  await populate(site)
  if (values.devices) writeFileSync(path.join(folder, 'mqtt.json'), JSON.stringify(await enrolDevices(site)))
  if (values.tls) await certifyStations(site, path.join(folder, MATERIAL_FILE))
  const { listeners } = site.state()
  const url = listeners[values.tls ? 1 : 0]?.url
  if (!url) throw new Error('the site does not listen')
  const screen = values.screen ? await openScreen(site, folder, log) : null
  const leave = async () => {
    await screen?.close()
    await site.close()
    await close()
  }
  serveUnderTest({ url, link: screen?.link ?? null }, leave, async () => {
    // Numbers are given without gaps to all that reached the log's thread, also to those that have made room since.
    const kept = (await site.frames.facts())?.lastId ?? 0
    return { kept, missing: site.frames.missing() }
  })
}

/** The console for a browser; where only its feeds are asked for, no page needs to be built. */
function openScreen(site: Site, folder: string, log: Parameters<typeof startWebHost>[0]['log']) {
  return startWebHost({
    router: createRouter(site),
    seats: site.seats,
    port: 0,
    rendererFolder: values.renderer,
    dataFolder: folder,
    version: 'bench',
    log,
  })
}

async function populate(site: Site): Promise<void> {
  await site.setUp('bench', { siteName: 'Bench', organisation: 'Bench' })
  await Promise.all(
    Array.from({ length: Number(values.stations) }, (_, index) =>
      site.stations.register('bench', stationIdentity(index), '', serialNumberOf(index)),
    ),
  )
  const card = {
    tokenType: 'ISO14443' as const,
    label: '',
    group: '',
    validFrom: null,
    validUntil: null,
    blocked: false,
    tags: [],
    masterPass: false,
    rules: null,
    language: '',
    message: '',
    offline: 'auto',
  } satisfies Partial<Enrolment>
  await Promise.all(
    Array.from({ length: CARDS }, (_, index) =>
      site.cards.enrol('bench', { ...card, token: cardNumber(index), holder: `Holder ${index}` }),
    ),
  )
}
