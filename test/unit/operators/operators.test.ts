import { GUESSING, waitAfterWrong } from '@main/operators/guessing'
import { leavesAdministrator } from '@main/operators/lastAdministrator'
import { isTakenName } from '@main/operators/takenNames'
import { secretProblem } from '@shared/contract/operatorSecret'
import { ROLES } from '@shared/contract/operators'
import { needsOf, RIGHTS, roleMay, scriptMay } from '@shared/contract/scopes'
import { describe, expect, it, test } from 'vitest'

describe('guessing', () => {
  const at = 1_000_000
  const wait = (wrongTimes: number, now = at) => waitAfterWrong({ wrongTimes, wrongAt: at }, now)

  it('costs nothing for who mistypes, then twice as long each time, up to a bound', () => {
    expect([0, 1, 4].map((times) => wait(times))).toEqual([0, 0, 0])
    expect([5, 6, 7].map((times) => wait(times))).toEqual([30_000, 60_000, 120_000])
    expect([10, 50, 1e9].map((times) => wait(times))).toEqual(Array(3).fill(GUESSING.longestMs))
  })

  it('is over by time alone, and no longer for a clock that was set back', () => {
    expect(wait(5, at + 29_999)).toBe(1)
    expect(wait(5, at + 30_000)).toBe(0)
    expect(wait(5, 0)).toBe(30_000)
  })

  it('leaves a PIN of six digits safe for decades', () => {
    const perDay = 86_400_000 / GUESSING.longestMs
    expect(1_000_000 / perDay / 365).toBeGreaterThan(25)
  })
})

describe('the last administrator', () => {
  const ada = { id: 1, role: 'administrator', disabled: false } as const
  const kim = { id: 2, role: 'officer', disabled: false } as const
  const old = { id: 3, role: 'administrator', disabled: true } as const

  it('can not be made less, switched off or removed', () => {
    const all = [ada, kim, old]
    expect(leavesAdministrator(all, 1, null)).toBe(false)
    expect(leavesAdministrator(all, 1, { role: 'officer', disabled: false })).toBe(false)
    expect(leavesAdministrator(all, 1, { role: 'administrator', disabled: true })).toBe(false)
    expect(leavesAdministrator(all, 1, ada)).toBe(true)
  })

  it('may go once there is another one who may sign in', () => {
    expect(leavesAdministrator([ada, kim, { ...old, disabled: false }], 1, null)).toBe(true)
    expect(leavesAdministrator([ada, kim], 2, null)).toBe(true)
  })
})

test.each([
  ['12345', 'short-pin'],
  ['123456', 'easy'],
  ['987654', 'easy'],
  ['777777', 'easy'],
  ['246813', null],
  ['000001', null],
  ['secret', 'short-password'],
  ['aaaaaaaa', 'easy'],
  ['blue kite', null],
  ['비밀번호입니다요', null],
  ['', 'short-password'],
] as const)('“%s” as a PIN or password: %s', (secret, problem) => {
  expect(secretProblem(secret)).toBe(problem)
})

test('a name is taken however it is written, and so are those of the program', () => {
  const others = [{ name: 'Ada' }]
  for (const name of ['Ada', 'ADA', 'Ａｄａ', 'console', 'Script nightly', 'chargehand', 'Command line']) {
    expect(isTakenName(name, others), name).toBe(true)
  }
  for (const name of ['Adam', 'Scripter', 'Kim']) expect(isTakenName(name, others), name).toBe(false)
})

describe('the table of rights', () => {
  /** The first role that may do a call, and the first scope of a script; null: none. */
  const least = (call: string, method: string) => {
    const needs = needsOf(call.split('.'), method)
    return [
      ROLES.find((role) => roleMay(role, needs)),
      (['read', 'operate', 'admin'] as const).find((scope) => scriptMay(scope, needs)) ?? null,
    ]
  }

  it.each([
    ['stations.watch', 'GET', ['viewer', 'read']],
    ['requests.get', 'GET', ['viewer', 'read']],
    ['cards.enrol', 'POST', ['operator', 'operate']],
    ['commands.send', 'POST', ['operator', 'operate']],
    ['sessions.settle', 'POST', ['operator', 'operate']],
    ['requests.approve', 'POST', ['officer', 'admin']],
    ['deskRules.save', 'POST', ['officer', 'admin']],
    ['certificates.revoke', 'POST', ['officer', 'admin']],
    ['rollOver.replaceIssuing', 'POST', ['officer', 'admin']],
    ['roots.install', 'POST', ['officer', 'admin']],
    ['approvers.list', 'GET', ['officer', 'admin']],
    ['commands.sendAction', 'POST', ['administrator', 'admin']],
    ['stations.admit', 'POST', ['administrator', 'admin']],
    ['security.setProfile', 'PUT', ['administrator', 'admin']],
    ['backup.exportAuthority', 'POST', ['administrator', 'admin']],
    ['operators.list', 'GET', ['administrator', 'admin']],
    ['operators.add', 'POST', ['administrator', null]],
    ['approvers.setWanted', 'PUT', ['administrator', null]],
    ['seat.setSecret', 'PUT', ['viewer', null]],
    ['seat.signIn', 'POST', ['viewer', null]],
    ['nobody.knows', 'GET', ['administrator', 'admin']],
  ] as const)('%s (%s) begins with %j', (call, method, expected) => {
    expect(least(call, method)).toEqual(expected)
  })

  it('has roles that each include the one before', () => {
    for (const right of RIGHTS) {
      const may = ROLES.map((role) => roleMay(role, { right, peopleOnly: false }))
      expect(may).toEqual(may.toSorted((one, other) => Number(one) - Number(other)))
      expect(may.at(-1)).toBe(true)
    }
  })
})
