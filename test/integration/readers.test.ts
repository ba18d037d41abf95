import { createChanges } from '@main/changes'
import { createNumberForms } from '@main/readers/numberForms'
import { forkReader, type ReaderProcess } from '@main/readers/readerProcess'
import { createReaders, type Readers } from '@main/readers/readers'
import { createStations } from '@main/stations/stations'
import type { Store } from '@main/store/open'
import { setting } from '@main/store/queries/settings'
import type { ReaderState, Tap } from '@shared/contract/readers'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { environment } from '../support/environment'
import { eventually } from '../support/eventually'
import { preparePcscd, type TestPcscd } from '../support/pcscd'
import { openTestStore } from '../support/testStore'
import { layCard, type VirtualCard } from '../support/virtualCard'

// Each test's service is its own, and dies with it.
describe.skipIf(environment.pcscd === null)('USB readers, with a real pcscd', () => {
  let pcscd: TestPcscd
  let readers: Readers
  let store: Store
  /** The process that reads cards. */
  let running: ReaderProcess | null = null
  const cards: VirtualCard[] = []

  const lay = async (uid: string, port = pcscd.port, answers?: string[]) => {
    const card = await layCard(port, uid, { answers })
    cards.push(card)
    return card
  }
  const open = (limits?: Parameters<typeof createReaders>[0]['limits']) => {
    store = openTestStore()
    const changes = createChanges()
    const clock = Date.now
    const stations = createStations({ store, clock, changes })
    const forms = createNumberForms({ store, clock, changes, stations })
    const fork = forkReader(pcscd.env)
    const launch = (file: string) => {
      running = fork(file)
      return running
    }
    readers = createReaders({
      store,
      clock,
      changes,
      forms,
      log: pino({ level: 'silent' }),
      launch,
      limits: { startAfterMs: 0, ...limits },
    })
  }
  const stateIs = (expected: Partial<ReaderState>) => eventually(() => expect(readers.state()).toMatchObject(expected))
  const isReady = () => stateIs({ kind: 'ready' })
  const outcomes = () =>
    readers.taps().map(({ outcome }: Tap) => (outcome.kind === 'card' ? outcome.token : outcome.reason))
  const tapsAre = (expected: string[]) => eventually(() => expect(outcomes()).toEqual(expected))

  const takeAway = async (card: VirtualCard) => {
    await card.remove()
    await eventually(() => expect(JSON.stringify(readers.state())).not.toContain('"condition":"card"'))
  }

  beforeEach(async () => {
    pcscd = await preparePcscd()
  })
  afterEach(async () => {
    readers.close()
    for (const card of cards.splice(0)) await card.remove()
    await pcscd.close()
  })

  it('reads cards of every length on either of two readers, and refuses what is no number', async () => {
    await pcscd.start()
    open()
    await isReady()
    expect(readers.state()).toEqual({
      kind: 'ready',
      readers: [
        { name: 'Virtual PCD 00 00', condition: 'ready' },
        { name: 'Virtual PCD 00 01', condition: 'ready' },
      ],
    })
    const laid = ['DEADBEEF', '04A1B2C3D4E5F6', '04112233445566778899', '78563412500104E0', '08A1B2C3', '8804A1B2']
    const read = ['DEADBEEF', '04A1B2C3D4E5F6', '04112233445566778899', 'E004015012345678', 'random-uid', 'cut-uid']
    for (const [index, uid] of laid.entries()) {
      const card = await lay(uid, pcscd.port + (index % 2))
      await tapsAre(read.slice(0, index + 1))
      await takeAway(card)
    }
    expect(readers.taps()[3]).toMatchObject({
      reader: 'Virtual PCD 00 01',
      outcome: { kind: 'card', tokenType: 'ISO15693', card: null },
    })
  })

  it('tries a card again that was moved, and says when it got nothing', async () => {
    await pcscd.start()
    open()
    await isReady()
    const moved = await lay('04A1B2C3D4E5F6', pcscd.port, ['6300', '04A1B2C3D4E5F69000'])
    await tapsAre(['04A1B2C3D4E5F6'])
    expect(moved.asked()).toBe(2)
    await takeAway(moved)
    // The length is wrong, and the reader says which it wants.
    const long = await lay('', pcscd.port, ['6C07', '04A1B2C3D4E5F79000'])
    await tapsAre(['04A1B2C3D4E5F6', '04A1B2C3D4E5F7'])
    await takeAway(long)
    const chip = await lay('', pcscd.port, ['6A81'])
    await tapsAre(['04A1B2C3D4E5F6', '04A1B2C3D4E5F7', 'unsupported'])
    await takeAway(chip)
    // Goes away in the middle of its answer.
    await lay('', pcscd.port, [''])
    await eventually(() => expect(['taken-away', 'unreadable']).toContain(outcomes()[3]))
  })

  it('survives cards that come and go while they are read', async () => {
    await pcscd.start()
    open()
    await isReady()
    for (let round = 0; round < 6; round++) {
      const card = await layCard(pcscd.port, '04A1B2C3D4E5F6')
      // Away at every point between the reader's first look and the end of the reading.
      await new Promise((resolve) => setTimeout(resolve, round * 80))
      await card.remove()
    }
    await eventually(() => expect(JSON.stringify(readers.state())).not.toContain('"condition":"card"'))
    const before = outcomes().length
    await lay('DEADBEEF')
    await eventually(() => expect(outcomes().slice(before)).toContain('DEADBEEF'))
  })

  it('waits for a service that is not there, and finds it again when it was killed', async () => {
    open()
    await stateIs({ kind: 'no-service', why: 'not-running', system: 'linux' })
    expect(readers.everSeen()).toBe(false)
    await pcscd.start()
    await isReady()
    await lay('DEADBEEF')
    await tapsAre(['DEADBEEF'])
    await pcscd.kill()
    await stateIs({ kind: 'no-service', why: 'not-running' })
    // It stays known: from now on it is news that no reader can be used.
    expect(readers.everSeen()).toBe(true)
    await eventually(() => expect(setting(store.read, 'reader-seen')).toBeDefined())
    await pcscd.start()
    await isReady()
    await lay('04A1B2C3D4E5F6', pcscd.port + 1)
    await tapsAre(['DEADBEEF', '04A1B2C3D4E5F6'])
  })

  it('starts the process again that reads cards when it crashes', async () => {
    await pcscd.start()
    open()
    await isReady()
    running?.kill()
    await stateIs({ kind: 'ended' })
    await isReady()
    await lay('DEADBEEF')
    await tapsAre(['DEADBEEF'])
  })

  it('gives up on a service that is frozen, and comes back when it goes on', async () => {
    await pcscd.start()
    open({ silenceMs: 2_500, backOffMs: [100] })
    await isReady()
    pcscd.freeze()
    await stateIs({ kind: 'not-answering' })
    pcscd.thaw()
    await isReady()
    await lay('DEADBEEF')
    await tapsAre(['DEADBEEF'])
  })
})

describe('a computer without what readers need', () => {
  it('says that it does not look for readers', async () => {
    const store = openTestStore()
    const changes = createChanges()
    const stations = createStations({ store, clock: Date.now, changes })
    const forms = createNumberForms({ store, clock: Date.now, changes, stations })
    const readers = createReaders({ store, clock: Date.now, changes, forms, log: pino({ level: 'silent' }) })
    onTestFinished(() => readers.close())
    expect(readers.state()).toEqual({ kind: 'none' })
    expect(readers.tryAgain()).toBe(false)
  })
})
