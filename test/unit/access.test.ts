import { randomBytes } from 'node:crypto'
import { comparable, hashPassword, isHexKey, newPassword, readStoredPassword } from '@main/access/password'
import { createPasswordChecks, PASSWORD_LIMITS } from '@main/access/passwordChecks'
import { createRefusedCalls, REFUSED_CALL_LIMITS, type RefusedCall } from '@main/access/refusedCalls'
import { createChanges } from '@main/changes'
import { readBasic } from '@main/csms/listener/basic'
import { isLogged } from '@main/csms/listener/door'
import { tlsProblem } from '@main/csms/listener/tlsProblem'
import { describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../support/testStore'

describe('a password', () => {
  test('that is made anew is 20 random bytes in hex, which every version takes', () => {
    expect(newPassword(() => new Uint8Array(20).fill(171))).toBe('ab'.repeat(20))
    expect(newPassword(randomBytes)).not.toBe(newPassword(randomBytes))
    expect(isHexKey(newPassword(randomBytes))).toBe(true)
  })

  test('is compared by its digits when it is a key, else by its bytes', () => {
    const key = 'ab'.repeat(20)
    for (const sent of [key, key.toUpperCase(), Buffer.from(key, 'hex')]) {
      expect(comparable(Buffer.from(sent), true).toString()).toBe(key)
    }
    expect(comparable(Buffer.from('Größe'), false)).toEqual(Buffer.from('Größe'))
    expect(isHexKey('abcdef')).toBe(false)
  })

  test('is stored with a salt of its own, and fits only itself', async () => {
    const [one, other] = [
      await hashPassword('same-password-16', randomBytes),
      await hashPassword('same-password-16', randomBytes),
    ]
    expect(one).not.toBe(other)
    expect(one).not.toContain('same-password')
    const stored = readStoredPassword(one)
    expect(await stored.matches(Buffer.from('same-password-16'))).toBe(true)
    expect(await stored.matches(Buffer.from('same-password-17'))).toBe(false)
    expect(() => readStoredPassword('plain')).toThrow()
  })
})

describe('checking passwords', () => {
  const PASSWORD = 'a-password-of-some-length'
  const stored = hashPassword(PASSWORD, randomBytes)
  const right = Buffer.from(PASSWORD)

  test('finds the one that fits, also from memory, and not once another one is stored', async () => {
    const checks = createPasswordChecks(PASSWORD_LIMITS)
    const hash = await stored
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await checks.check(1, '192.0.2.1', right, [hash])).toEqual({ kind: 'fits', stored: hash })
      expect(await checks.check(1, '192.0.2.1', Buffer.from('wrong'), [hash])).toEqual({ kind: 'wrong' })
    }
    const fresh = await hashPassword('another-password', randomBytes)
    expect(await checks.check(1, '192.0.2.1', right, [fresh])).toEqual({ kind: 'wrong' })
    expect(await checks.check(1, '192.0.2.1', right, [fresh, hash])).toEqual({ kind: 'fits', stored: hash })
    expect(await checks.check(1, '192.0.2.1', right, [])).toEqual({ kind: 'wrong' })
    // What is remembered of one station is nothing to another.
    expect(await checks.check(2, '192.0.2.1', right, [fresh])).toEqual({ kind: 'wrong' })
  })

  test('a guesser gets no more than its share, and keeps nobody out who is known', async () => {
    const checks = createPasswordChecks({ ...PASSWORD_LIMITS, checksPerAddress: 3, checksWaiting: 4 })
    const hash = await stored
    await checks.check(1, '192.0.2.1', right, [hash])
    const guess = (address: string, number: number) => checks.check(1, address, Buffer.from(`guess ${number}`), [hash])
    const guesses = Array.from({ length: 50 }, (_, number) => guess('192.0.2.66', number))
    expect(await checks.check(1, '192.0.2.1', right, [hash])).toMatchObject({ kind: 'fits' })
    const honest = checks.check(2, '192.0.2.1', right, [hash])
    const kinds = (await Promise.all(guesses)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(3)
    expect(kinds.filter((kind) => kind === 'busy')).toHaveLength(47)
    expect(await honest).toMatchObject({ kind: 'fits' })
    expect(await guess('192.0.2.66', 99)).toEqual({ kind: 'wrong' })
  })

  test('no more wait than may, whoever they are; later there is room again', async () => {
    const checks = createPasswordChecks({ ...PASSWORD_LIMITS, checksAtOnce: 1, checksWaiting: 1 })
    const hash = await stored
    const outcomes = [1, 2, 3].map((number) => checks.check(number, `192.0.2.${number}`, right, [hash]))
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['fits', 'fits', 'busy'])
    expect(await checks.check(3, '192.0.2.3', right, [hash])).toMatchObject({ kind: 'fits' })
  })

  test('the same wrong password again takes no place, as many as are remembered', async () => {
    const checks = createPasswordChecks({ ...PASSWORD_LIMITS, checksPerAddress: 1, wrongRemembered: 1 })
    const hash = await stored
    const wrong = (text: string) => checks.check(1, '192.0.2.1', Buffer.from(text), [hash])
    await wrong('one')
    expect(await Promise.all([wrong('one'), wrong('one')])).toEqual([{ kind: 'wrong' }, { kind: 'wrong' }])
    await wrong('two')
    expect((await Promise.all([wrong('one'), wrong('one')])).map(({ kind }) => kind)).toEqual(['wrong', 'busy'])
  })
})

test.each([
  ['Basic Q1BfMTpzZWNyZXQ6eA==', { user: 'CP_1', password: 'secret:x' }],
  ['basic   Q1BfMTo=', { user: 'CP_1', password: '' }],
  [undefined, null],
  ['Bearer abc', null],
  ['Basic !!!', null],
  ['Basic Q1BfMQ==', null],
  [`Basic ${'A'.repeat(2_000)}`, null],
])('the login of %s', (header, login) => {
  const read = readBasic(header)
  expect(read && { ...read, password: Buffer.from(read.password).toString() }).toEqual(login)
})

test.each([
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls-version'],
  ['ERR_SSL_NO_SHARED_CIPHER', 'tls-suite'],
  ['ERR_SSL_NO_SUITABLE_KEY_SHARE', 'tls-suite'],
  ['ERR_SSL_NO_APPLICATION_PROTOCOL', 'tls-alpn'],
  ['ERR_SSL_HTTP_REQUEST', 'tls-none'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-none'],
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'tls-not-trusted'],
  ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 'tls-not-trusted'],
  ['ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE', 'tls-not-trusted'],
  ['ERR_TLS_HANDSHAKE_TIMEOUT', 'tls-late'],
  ['ECONNRESET', 'tls-broken-off'],
  ['ERR_SSL_SOMETHING_NEW', 'tls-other'],
])('%s is told as %s', (code, reason) => {
  expect(tlsProblem(Object.assign(new Error('x'), { code }))).toMatchObject({ reason })
})

test('a caller that comes again and again is a line in the log ever more seldom', () => {
  const logged = Array.from({ length: 10_000 }, (_, index) => index + 1).filter(isLogged)
  expect(logged).toEqual([1, 10, 100, 1_000, 10_000])
})

describe('refused calls', () => {
  let store: TestStore
  let now = 1_000
  const open = (limits = {}) => createRefusedCalls({ store, clock: () => now, changes: createChanges(), limits })
  const call = (identity: string | null, more: Partial<RefusedCall> = {}): RefusedCall => ({
    identity,
    remoteAddress: '192.0.2.1',
    transport: 'wss',
    reason: 'wrong-password',
    data: { profile: '2' },
    ...more,
  })

  test('of one kind are counted together, also over a restart', async () => {
    store = openTestStore()
    const calls = open()
    expect([calls.note(call('CP_1')), calls.note(call('cp_1')), calls.note(call('CP_2'))]).toEqual([1, 2, 1])
    now += 5
    expect(calls.note(call('CP_1'))).toBe(3)
    await store.writer.write(() => {})
    const again = open().all()
    expect(again.map(({ identity, times, first_at, last_at }) => [identity, times, last_at - first_at])).toEqual([
      ['CP_1', 3, 5],
      ['CP_2', 1, 0],
    ])
    expect(JSON.parse(again[0]?.detail ?? '')).toEqual({ profile: '2' })
  })

  test('are bounded: for each address, in all, and in time', async () => {
    store = openTestStore()
    const calls = open({ kinds: 10, kindsPerAddress: 4 })
    for (let number = 0; number < 1_000; number += 1) calls.note(call(`X_${number}`))
    expect(calls.all().map(({ identity, times }) => [identity, times])).toEqual([
      [null, 996],
      ['X_3', 1],
      ['X_2', 1],
      ['X_1', 1],
      ['X_0', 1],
    ])
    for (let number = 0; number < 1_000; number += 1) calls.note(call('CP_1', { remoteAddress: `192.0.3.${number}` }))
    expect(calls.all()).toHaveLength(10)
    now += REFUSED_CALL_LIMITS.keptMs + 1
    calls.note(call('CP_LATE'))
    expect(calls.all().map(({ identity }) => identity)).toEqual(['CP_LATE'])
    await store.writer.write(() => {})
    expect(open().all()).toHaveLength(1)
  })

  test('are forgotten when a person says so, also what still waits to be written', async () => {
    store = openTestStore()
    const calls = open()
    calls.note(call('CP_1'))
    const [row] = calls.all()
    expect(await calls.forget(row?.kind ?? '')).toBe(true)
    expect(await calls.forget(row?.kind ?? '')).toBe(false)
    await store.writer.write(() => {})
    expect([calls.all(), open().all()]).toEqual([[], []])
  })
})
