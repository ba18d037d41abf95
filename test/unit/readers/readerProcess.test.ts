import { PcscError, serviceFailure } from '@main/readers/process/codes'
import { layoutFor } from '@main/readers/process/layout'
import type { FromReader } from '@main/readers/process/messages'
import { isNewCard, onReader } from '@main/readers/process/presence'
import { readUidAnswer } from '@main/readers/process/uidAnswer'
import type { ReaderProcess } from '@main/readers/readerProcess'
import { AT_FIRST, type Happening, shownState, standingAfter } from '@main/readers/readerState'
import { readMessage } from '@main/readers/readMessage'
import { superviseReader } from '@main/readers/supervisor'
import { ReaderState } from '@shared/contract/readers'
import fc from 'fast-check'
import koffi from 'koffi'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

describe('the answer to the question for the UID', () => {
  it.each([
    ['04A1B2C3D4E5F69000', { kind: 'uid', uid: '04A1B2C3D4E5F6' }],
    ['DEADBEEF6282', { kind: 'uid', uid: 'DEADBEEF' }],
    // Pulled away in between: success and nothing else, or not even that.
    ['9000', { kind: 'again' }],
    ['', { kind: 'again' }],
    ['90', { kind: 'again' }],
    ['6300', { kind: 'again' }],
    ['6C07', { kind: 'ask-for', length: 7 }],
    ['6A81', { kind: 'unsupported' }],
    ['6D00', { kind: 'unsupported' }],
  ])('%s', (hex, expected) => {
    expect(readUidAnswer(Buffer.from(hex, 'hex'))).toEqual(expected)
  })
})

describe('the state word of a reader', () => {
  it.each([
    [0x10, 'nothing'],
    [0x20, 'card'],
    [0x122, 'card'],
    [0x1a2, 'in-use'],
    [0x220, 'mute'],
    [0x0c, 'unavailable'],
    [0, 'nothing'],
  ])('0x%s means %s', (state, expected) => {
    expect(onReader(state)).toBe(expected)
  })

  it('tells a card that was swapped by the count of events', () => {
    expect(isNewCard(0x0001_0010, 0x0002_0020)).toBe(true)
    expect(isNewCard(0x0002_0020, 0x0002_0020)).toBe(false)
    expect(isNewCard(0x0002_0020, 0x0004_0020)).toBe(true)
    expect(isNewCard(0x0002_0020, 0x0003_0010)).toBe(false)
    // One that does not answer at first is tried, and is no new one when it does.
    expect(isNewCard(0x0001_0010, 0x0002_0220)).toBe(true)
    expect(isNewCard(0x0002_0220, 0x0002_0020)).toBe(false)
    // The upper half has all 32 bits.
    expect(isNewCard(0xfffe_0020, 0xffff_0020)).toBe(true)
  })
})

describe('the smart-card library', () => {
  it.each([
    ['win32', 64],
    ['darwin', 61],
    ['linux', 80],
  ] as const)('of %s has a reader state of %d bytes', (platform, size) => {
    const { dword, atrBytes, packed } = layoutFor(platform)
    // `unsigned long` has the size that this computer gives it.
    const bits = dword === 'unsigned long' ? 'uint64_t' : dword
    const shape = (packed ? koffi.pack : koffi.struct)({
      szReader: 'const char*',
      pvUserData: 'void*',
      dwCurrentState: bits,
      dwEventState: bits,
      cbAtr: bits,
      rgbAtr: koffi.array('uint8_t', atrBytes),
    })
    expect(koffi.sizeof(shape)).toBe(size)
  })

  it('is told apart by what its service does not do', () => {
    expect(serviceFailure(new PcscError('SCardEstablishContext', 0x8010001d))).toBe('not-running')
    expect(serviceFailure(new PcscError('SCardEstablishContext', 0x8010006a))).toBe('not-allowed')
    expect(serviceFailure(new PcscError('SCardConnect', 0x80100013))).toBe('failed')
    expect(serviceFailure(new Error('no'))).toBe('failed')
  })
})

const messages = fc.oneof(
  fc.constant<FromReader>({ kind: 'beat' }),
  fc
    .constantFrom('running', 'not-running', 'not-allowed', 'no-library', 'failed')
    .map((state) => ({ kind: 'service', state, detail: '' }) as FromReader),
  fc
    .array(fc.record({ name: fc.string(), condition: fc.constantFrom('ready', 'card', 'mute', 'in-use') }))
    .map((readers) => ({ kind: 'readers', readers }) as FromReader),
  fc.constant<FromReader>({ kind: 'card', reader: 'A', uid: 'DEADBEEF' }),
)
const happenings = fc.oneof(
  messages.map((message): Happening => ({ kind: 'said', message })),
  fc.constant<Happening>({ kind: 'silent' }),
  fc.constant<Happening>({ kind: 'ended', reason: 'SIGSEGV' }),
)

describe('how the readers stand', () => {
  it('can be shown after whatever happened', () => {
    fc.assert(
      fc.property(fc.array(happenings), fc.constantFrom('linux', 'win32', 'darwin', 'freebsd'), (all, platform) => {
        const shown = shownState(all.reduce(standingAfter, AT_FIRST), platform as NodeJS.Platform)
        expect(ReaderState.safeParse(shown).success).toBe(true)
      }),
    )
  })

  it('goes on saying why a process was ended until the next one has something to tell', () => {
    const said = (message: FromReader): Happening => ({ kind: 'said', message })
    const ready = standingAfter(AT_FIRST, said({ kind: 'readers', readers: [{ name: 'A', condition: 'ready' }] }))
    const silent = standingAfter(ready, { kind: 'silent' })
    expect(shownState(silent, 'linux')).toEqual({ kind: 'not-answering' })
    expect(standingAfter(silent, said({ kind: 'beat' }))).toBe(silent)
    const back = standingAfter(silent, said({ kind: 'service', state: 'running', detail: '' }))
    expect(shownState(back, 'linux')).toEqual({ kind: 'no-reader' })
  })
})

describe('what the process says', () => {
  it('is taken when it is known', () => {
    fc.assert(fc.property(messages, (message) => void expect(readMessage(message)).toEqual(message)))
  })

  it.each([
    [null],
    ['beat'],
    [{ kind: 'exec' }],
    [{ kind: 'card', reader: 1 }],
    [{ kind: 'card', uid: 'x'.repeat(999) }],
  ])('is passed over when it is not: %j', (message) => {
    expect(readMessage(message)).toBeNull()
  })
})

describe('the supervisor', () => {
  /** A process as its supervisor sees it, that does what the test says. */
  class Process implements ReaderProcess {
    say: (message: unknown) => void = () => {}
    exit: (how: string) => void = () => {}
    killed = false
    onMessage(listener: (message: unknown) => void) {
      this.say = listener
    }
    onExit(listener: (how: string) => void) {
      this.exit = listener
    }
    kill() {
      this.killed = true
      this.exit('SIGKILL')
    }
  }
  let started: Process[]
  let news: string[]
  const newest = () => {
    const process = started.at(-1)
    if (process === undefined) throw new Error('nothing was started')
    return process
  }
  const supervise = () =>
    superviseReader(
      () => {
        started.push(new Process())
        return newest()
      },
      { startAfterMs: 10, silenceMs: 1_000, backOffMs: [100, 500], steadyMs: 800 },
      {
        said: ({ kind }) => news.push(kind),
        silent: () => news.push('silent'),
        ended: (how) => news.push(`ended ${how}`),
      },
    )

  beforeEach(() => {
    vi.useFakeTimers()
    started = []
    news = []
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('starts a process again that ended, later each time, and soon again when it ran for long in between', () => {
    const supervisor = supervise()
    expect(started).toEqual([])
    vi.advanceTimersByTime(10)
    newest().exit('SIGSEGV')
    expect(news).toEqual(['ended SIGSEGV'])
    vi.advanceTimersByTime(99)
    expect(started).toHaveLength(1)
    vi.advanceTimersByTime(1)
    newest().exit('SIGSEGV')
    vi.advanceTimersByTime(499)
    expect(started).toHaveLength(2)
    vi.advanceTimersByTime(1)
    // It begins well and ends over the card that still lies on the reader: no reason to be quick.
    newest().say({ kind: 'service', state: 'running', detail: '' })
    newest().exit('SIGSEGV')
    vi.advanceTimersByTime(499)
    expect(started).toHaveLength(3)
    vi.advanceTimersByTime(1)
    newest().say({ kind: 'service', state: 'running', detail: '' })
    vi.advanceTimersByTime(800)
    newest().exit('code 1')
    vi.advanceTimersByTime(100)
    expect(started).toHaveLength(5)
    // Of those that ended by themselves none is ended again.
    expect(started.some(({ killed }) => killed)).toBe(false)
    supervisor.close()
  })

  it('ends a process that is silent, and takes a beat for a sign of life', () => {
    const supervisor = supervise()
    expect(started).toEqual([])
    vi.advanceTimersByTime(10)
    const [first] = started
    for (let beat = 0; beat < 5; beat++) {
      vi.advanceTimersByTime(900)
      first?.say({ kind: 'beat' })
    }
    expect(first?.killed).toBe(false)
    // What is not understood is no sign of life.
    first?.say('alive')
    vi.advanceTimersByTime(1_000)
    expect(first?.killed).toBe(true)
    expect(news.at(-1)).toBe('silent')
    vi.advanceTimersByTime(100)
    expect(started).toHaveLength(2)
    first?.say({ kind: 'beat' })
    expect(news.filter((kind) => kind === 'beat')).toHaveLength(5)
    supervisor.close()
  })

  it('starts anew when somebody asks for it, and nothing after it is closed', () => {
    const supervisor = supervise()
    expect(started).toEqual([])
    vi.advanceTimersByTime(10)
    newest().exit('SIGSEGV')
    supervisor.again()
    expect(started).toHaveLength(2)
    vi.advanceTimersByTime(100)
    expect(started).toHaveLength(2)
    supervisor.close()
    expect(newest().killed).toBe(true)
    vi.advanceTimersByTime(60_000)
    supervisor.again()
    expect(started).toHaveLength(2)
    expect(news).toEqual(['ended SIGSEGV'])
  })
})
