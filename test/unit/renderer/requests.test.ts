import { readFilter } from '@renderer/components/list/listFilter'
import { comparedLines } from '@renderer/features/requests/comparedLines'
import { approvalNeeds, worstFirst } from '@renderer/features/requests/decisionRules'
import { deskIntent } from '@renderer/features/requests/deskKeys'
import { DeskPresses } from '@renderer/features/requests/deskPresses'
import { HeldDecisions, HOLD_MS } from '@renderer/features/requests/heldDecisions'
import { behindHistory, HISTORY_FILTER } from '@renderer/features/requests/historyFilter'
import { pagesOf } from '@renderer/features/requests/useQueuePages'
import type { CertificateSide, Finding, Severity } from '@shared/contract/requests'
import { describe, expect, it } from 'vitest'

describe('queue', () => {
  it('is fetched in the pages that can be seen, each once', () => {
    expect(pagesOf([{ from: 0, to: 0 }])).toEqual([])
    expect(pagesOf([{ from: 0, to: 50 }])).toEqual([0])
    expect(pagesOf([{ from: 49, to: 51 }])).toEqual([0, 1])
    expect(
      pagesOf([
        { from: 9_990, to: 10_000 },
        { from: 10_000, to: 10_003 },
        { from: 3, to: 4 },
      ]),
    ).toEqual([0, 199, 200])
  })
})

describe('the comparison with the last certificate', () => {
  const before: CertificateSide = {
    subject: 'O=Site, CN=SN-1',
    issuer: 'CN=Issuing CA',
    key: 'EC P-256',
    keyFingerprint: 'aa',
    serialNumber: '01',
    notBefore: 1,
    notAfter: 2,
  }
  const changes = (after: Partial<CertificateSide>) =>
    Object.fromEntries(
      comparedLines({ before, after: { ...before, ...after } }).map(({ field, change }) => [field, change]),
    )

  it('takes for granted what every renewal brings', () => {
    expect(changes({ keyFingerprint: 'bb', serialNumber: null, notBefore: 3, notAfter: 4 })).toEqual({
      subject: 'same',
      key: 'same',
      keyFingerprint: 'expected',
      serialNumber: 'expected',
      issuer: 'same',
      notBefore: 'expected',
      notAfter: 'expected',
    })
  })
  it('points to other names, another kind of key, another issuer, and to an old key', () => {
    expect(
      changes({ subject: 'O=Site, CN=SN-2', key: 'RSA 2048', issuer: 'CN=Other', serialNumber: null }),
    ).toMatchObject({
      subject: 'unexpected',
      key: 'unexpected',
      keyFingerprint: 'unexpected',
      issuer: 'unexpected',
      serialNumber: 'expected',
    })
  })
})

describe('keys', () => {
  const press = { key: 'a', ctrlKey: false, metaKey: false, altKey: false, repeat: false, typing: false }
  it('decides by single letters, capital or not', () => {
    expect(['j', 'K', 'a', 'R', 'u', 'g', 'x'].map((key) => deskIntent({ ...press, key }))).toEqual([
      'next',
      'previous',
      'approve',
      'reject',
      'undo',
      'green',
      null,
    ])
  })
  it('leaves letters to fields and to shortcuts of the system', () => {
    for (const held of ['typing', 'ctrlKey', 'metaKey', 'altKey'])
      expect(deskIntent({ ...press, [held]: true })).toBeNull()
  })
  it('never decides by a key that is held down', () => {
    expect(deskIntent({ ...press, repeat: true })).toBeNull()
    expect(deskIntent({ ...press, key: 'j', repeat: true })).toBe('next')
  })
})

describe('a reader that types at the desk', () => {
  const begin = () => {
    const acted: string[] = []
    const timers = new Set<() => void>()
    const presses = new DeskPresses({
      act: (intent) => acted.push(intent),
      after: (_ms, then) => {
        timers.add(then)
        return () => timers.delete(then)
      },
    })
    const keys = { ctrlKey: false, metaKey: false, altKey: false, repeat: false, typing: false }
    return {
      acted,
      presses,
      type: (text: string, gapMs: number, from = 1_000) => {
        for (const [index, key] of [...text].entries()) presses.press({ ...keys, key }, from + index * gapMs)
      },
      pass: () => {
        for (const then of [...timers]) if (timers.delete(then)) then()
      },
    }
  }
  it('approves nothing, whatever digits its number has', () => {
    for (const number of ['a1b2c3d4', 'AA12AA34', '04a1b2c3d4e5f6', '1a', 'A4'])
      for (const gapMs of [5, 35, 60, 100]) {
        const { acted, type, pass } = begin()
        type(number, gapMs)
        pass()
        expect(acted, `${number} at ${gapMs} ms`).toEqual([])
      }
  })
  it('leaves the keys of people as they are', () => {
    const { acted, type, pass } = begin()
    type('a', 0)
    expect(acted, 'not before it is certain').toEqual([])
    pass()
    type('ju', 20, 5_000)
    expect(acted).toEqual(['approve', 'next', 'undo'])
  })
  it('keeps the order of keys that follow quickly, and forgets what was not certain', () => {
    const { acted, presses, type, pass } = begin()
    type('au', 50)
    expect(acted).toEqual(['approve', 'undo'])
    type('a', 0, 5_000)
    expect(presses.drop()).toBe(true)
    pass()
    expect(acted).toHaveLength(2)
  })
})

describe('findings', () => {
  const finding = (code: string, severity: Severity): Finding => ({ code, severity, params: {}, requirement: '' })
  it('stand with the worst first, in their own order among equals', () => {
    const list = [finding('a', 'ok'), finding('b', 'warn'), finding('c', 'block'), finding('d', 'warn')]
    expect(worstFirst(list).map(({ code }) => code)).toEqual(['c', 'b', 'd', 'a'])
  })
  it('tell what an approval needs', () => {
    const needs = (status: string, ...severities: Severity[]) =>
      approvalNeeds({ request: { status }, findings: severities.map((severity) => finding('x', severity)) })
    expect(needs('pending', 'ok', 'note')).toEqual({ kind: 'nothing' })
    expect(needs('pending', 'ok', 'warn')).toEqual({ kind: 'reason' })
    expect(needs('pending', 'block', 'warn', 'block')).toEqual({ kind: 'blocked', count: 2 })
    expect(needs('unreadable', 'block')).toEqual({ kind: 'unreadable' })
  })
})

describe('held decisions', () => {
  function setUp() {
    const sent: [number, string][] = []
    const timers = new Map<object, { due: number; then: () => void }>()
    let time = 1_000
    const held = new HeldDecisions<string>({
      send: (id, decision) => sent.push([id, decision]),
      now: () => time,
      after: (ms, then) => {
        const key = {}
        timers.set(key, { due: time + ms, then })
        return () => timers.delete(key)
      },
    })
    const pass = (ms: number) => {
      time += ms
      for (const [key, { due, then }] of [...timers]) {
        if (due <= time && timers.delete(key)) then()
      }
    }
    return { held, sent, timers, pass }
  }

  it('are sent once, after their time', () => {
    const { held, sent, pass } = setUp()
    held.hold(7, 'yes')
    pass(HOLD_MS - 1)
    expect(sent).toEqual([])
    expect(held.snapshot().get(7)).toMatchObject({ decision: 'yes', sendsAt: 1_000 + HOLD_MS })
    pass(1)
    expect(sent).toEqual([[7, 'yes']])
    pass(HOLD_MS)
    held.flush()
    expect(sent).toHaveLength(1)
  })

  it('are not sent when they are taken back', () => {
    const { held, sent, timers, pass } = setUp()
    held.hold(7, 'yes')
    expect(held.undo(7)).toBe(true)
    expect(held.undo(7)).toBe(false)
    expect(timers.size).toBe(0)
    pass(HOLD_MS)
    expect(sent).toEqual([])
  })

  it('wait one for each request, and all go when the screen is left', () => {
    const { held, sent, timers, pass } = setUp()
    held.hold(7, 'yes')
    pass(1_000)
    held.hold(8, 'also')
    held.hold(7, 'something else')
    held.flush()
    expect(sent).toEqual([
      [7, 'yes'],
      [8, 'also'],
    ])
    expect(timers.size).toBe(0)
    expect(held.snapshot().size).toBe(0)
  })

  it('tell their listeners, with a new snapshot for each change only', () => {
    const { held } = setUp()
    let changes = 0
    const stop = held.subscribe(() => changes++)
    const empty = held.snapshot()
    expect(held.snapshot()).toBe(empty)
    held.hold(7, 'yes')
    held.sendNow(7)
    held.sendNow(7)
    expect(changes).toBe(2)
    stop()
    held.hold(7, 'yes')
    expect(changes).toBe(2)
    held.undo(7)
  })
})

describe('history', () => {
  it('keeps what narrows it in the address, also of a case that is opened from it', () => {
    const filter = readFilter(HISTORY_FILTER, '?view=history&status=rejected&station=4')
    expect(behindHistory(filter)).toBe('?view=history&status=rejected&station=4')
    expect(readFilter(HISTORY_FILTER, '?view=history&status=elsewhere')).toEqual(HISTORY_FILTER.widest)
    expect(behindHistory(HISTORY_FILTER.widest)).toBe('?view=history')
  })
})
