import { parseArgs } from 'node:util'
import { chooseKeyStore } from '@main/chooseKeyStore'
import { openFileLog } from '@main/log'
import { openSite, type Site } from '@main/site'
import { CARDS, cardNumber, STATIONS, stationIdentity } from '../population'
import { failToStart, serveUnderTest } from '../serveUnderTest'

// The whole site without a host: set up, with its stations registered and its cards enrolled, limits out of the way.
const { values } = parseArgs({ options: { folder: { type: 'string' }, 'max-batch': { type: 'string' } } })

run(values.folder ?? '', values['max-batch']).catch(failToStart)

async function run(folder: string, maxBatch: string | undefined): Promise<void> {
  const { log, close } = openFileLog(folder)
  const site = await openSite({
    dataFolder: folder,
    bind: '127.0.0.1',
    ocppPort: 0,
    demo: false,
    keyStore: chooseKeyStore(folder, { kind: 'none' }, null),
    version: 'bench',
    log,
    limits: { framesPerSecond: 1_000_000, connectionsPerAddress: 10_000, connections: 10_000 },
    writer: maxBatch === undefined ? {} : { maxBatch: Number(maxBatch) },
  })
  await populate(site)
  const url = site.state().listeners[0]?.url
  if (!url) throw new Error('the site does not listen')
  serveUnderTest(url, async () => {
    await site.close()
    await close()
  })
}

async function populate(site: Site): Promise<void> {
  await site.setUp('bench', { siteName: 'Bench', organisation: 'Bench' })
  await Promise.all(
    Array.from({ length: STATIONS }, (_, index) => site.stations.register('bench', stationIdentity(index), '', '')),
  )
  const card = {
    tokenType: 'ISO14443',
    label: '',
    group: '',
    validFrom: null,
    validUntil: null,
    blocked: false,
  } as const
  await Promise.all(
    Array.from({ length: CARDS }, (_, index) =>
      site.cards.enrol('bench', { ...card, token: cardNumber(index), holder: `Holder ${index}` }),
    ),
  )
}
