import { approvalNeeds, worstFirst } from '@renderer/features/requests/decisionRules'
import { deskIntent } from '@renderer/features/requests/deskKeys'
import { HeldDecisions, HOLD_MS } from '@renderer/features/requests/heldDecisions'
import { neighbour, queueOrder } from '@renderer/features/requests/queueOrder'
import type { CertificateRequest, Finding, Severity } from '@shared/contract/requests'
import { describe, expect, it } from 'vitest'

const request = (id: number, fields: Partial<CertificateRequest> = {}): CertificateRequest => ({
  id,
  owner: { kind: 'station', id, name: `CP_${id}` },
  receivedAt: id,
  lastReceivedAt: id,
  times: 1,
  status: 'pending',
  severity: 'ok',
  subject: null,
  delivery: null,
  firstApproval: null,
  ...fields,
})

describe('queue', () => {
  it('puts what waits for a person first, then who came first, and leaves out what is done', () => {
    const delivery = (state: 'sent' | 'accepted' | 'refused') => ({ state, changedAt: 0, detail: null })
    const queue = queueOrder([
      request(1, { status: 'approved', delivery: delivery('sent') }),
      request(2, { status: 'unreadable' }),
      request(4),
      request(3),
      request(5, { status: 'rejected' }),
      request(6, { status: 'approved', delivery: delivery('accepted') }),
      request(7, { status: 'approved', delivery: delivery('refused') }),
    ])
    expect(queue.map(({ id }) => id)).toEqual([3, 4, 2, 7, 1])
  })

  it('walks to the neighbour and stays at the ends', () => {
    const queue = [{ id: 3 }, { id: 1 }, { id: 2 }]
    expect(neighbour(queue, 3, 1)).toBe(1)
    expect(neighbour(queue, 2, 1)).toBe(2)
    expect(neighbour(queue, 3, -1)).toBe(3)
    expect(neighbour(queue, null, 1)).toBe(3)
    expect(neighbour(queue, 99, -1)).toBe(2)
    expect(neighbour([], 3, 1)).toBeNull()
  })
})

describe('keys', () => {
  const press = { key: 'a', ctrlKey: false, metaKey: false, altKey: false, repeat: false, typing: false }
  it('decides by single letters, capital or not', () => {
    expect(['j', 'K', 'a', 'R', 'u', 'x'].map((key) => deskIntent({ ...press, key }))).toEqual([
      'next',
      'previous',
      'approve',
      'reject',
      'undo',
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
