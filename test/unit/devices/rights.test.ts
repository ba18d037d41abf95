import { mayBeCalled, mayPublish, maySubscribe } from '@main/devices/rights'
import { NO_MORE_RIGHTS } from '@shared/devices/policy'
import { describe, expect, test } from 'vitest'

describe('without a policy', () => {
  test.each([
    ['app/clients/meter/push', true],
    ['app/clients/meter/inbox', true],
    ['app/clients/meter/outbox', false],
    ['app/clients/meter/#', false],
    ['app/clients/meter/+', false],
    ['app/clients/other/push', false],
    ['app/clients/+/push', false],
    ['#', false],
    ['$SYS/#', false],
  ])('reading %s: %s', (filter, expected) => {
    expect(maySubscribe('meter', NO_MORE_RIGHTS, filter)).toBe(expected)
  })

  test.each([
    ['app/clients/meter/outbox', true],
    ['app/clients/meter/push', false],
    ['app/clients/meter/inbox', false],
    ['app/clients/other/outbox', false],
    ['app/clients/other/inbox', false],
    ['app/clients/meter/outbox/more', false],
    ['$SYS/x', false],
  ])('writing %s: %s', (topic, expected) => {
    expect(mayPublish('meter', NO_MORE_RIGHTS, topic)).toBe(expected)
  })

  test('its own name and no other', () => {
    expect(mayBeCalled('meter', NO_MORE_RIGHTS, 'meter')).toBe(true)
    expect(mayBeCalled('meter', NO_MORE_RIGHTS, 'Meter')).toBe(false)
    expect(mayBeCalled('meter', NO_MORE_RIGHTS, 'other')).toBe(false)
  })
})

test('a policy gives what lies within its filters', () => {
  const policy = { clientIds: ['second'], read: ['home/+/power', 'test/#'], write: ['home/meter/#'] }
  expect(mayBeCalled('meter', policy, 'second')).toBe(true)
  expect(maySubscribe('meter', policy, 'home/roof/power')).toBe(true)
  expect(maySubscribe('meter', policy, 'home/+/power')).toBe(true)
  expect(maySubscribe('meter', policy, 'home/+/+')).toBe(false)
  expect(maySubscribe('meter', policy, 'home/#')).toBe(false)
  expect(maySubscribe('meter', policy, 'test/#')).toBe(true)
  expect(maySubscribe('meter', policy, '#')).toBe(false)
  expect(mayPublish('meter', policy, 'home/meter/power')).toBe(true)
  expect(mayPublish('meter', policy, 'home/roof/power')).toBe(false)
})

test('"#" is given where it is written, and never what the broker keeps to itself', () => {
  const all = { clientIds: [], read: ['#', '$SYS/#', '$share/#'], write: ['#', '$SYS/#'] }
  expect(maySubscribe('meter', all, '#')).toBe(true)
  expect(maySubscribe('meter', all, '$SYS/#')).toBe(false)
  expect(maySubscribe('meter', all, '$share/group/home/#')).toBe(false)
  expect(mayPublish('meter', all, '$SYS/x')).toBe(false)
  expect(mayPublish('meter', all, '$aws/x')).toBe(false)
  expect(mayPublish('meter', { ...all, write: ['$aws/#'] }, '$aws/x')).toBe(true)
})
