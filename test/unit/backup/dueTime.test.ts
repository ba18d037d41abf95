import { backupName } from '@main/backup/backupName'
import { nextDaily, nextRun } from '@main/backup/dueTime'
import { describe, expect, it } from 'vitest'

const at = (day: number, hour: number, minute = 0) => new Date(2030, 5, day, hour, minute).getTime()
const HOUR = 3_600_000

describe('a daily plan', () => {
  it('runs at the next full hour of its name, by this computer’s clock', () => {
    expect(nextDaily(at(1, 1, 59), 2)).toBe(at(1, 2))
    expect(nextDaily(at(1, 2), 2)).toBe(at(2, 2))
    expect(nextDaily(at(30, 23), 0)).toBe(new Date(2030, 6, 1).getTime())
  })

  it('begins anew when it is set, whatever was before', () => {
    const plan = { hour: 2, since: at(3, 12) }
    expect(nextRun(plan, undefined, HOUR)).toBe(at(4, 2))
    expect(nextRun(plan, { at: at(1, 2), problem: null }, HOUR)).toBe(at(4, 2))
  })

  it('is due at once where its hour was missed, and tried again after a failure', () => {
    const plan = { hour: 2, since: at(1, 12) }
    expect(nextRun(plan, { at: at(2, 2), problem: null }, HOUR)).toBe(at(3, 2))
    expect(nextRun(plan, { at: at(2, 2), problem: 'the stick is gone' }, HOUR)).toBe(at(2, 3))
    expect(nextRun(plan, { at: at(3, 1, 30), problem: 'the stick is gone' }, HOUR)).toBe(at(3, 2))
  })
})

it('a backup is named by its site and time, in letters that every system takes', () => {
  expect(backupName('Depot “Süd” / Halle 2', at(1, 2, 3))).toBe('Depot-Su-d-Halle-2-2030-06-01-020300.chbackup')
  expect(backupName('充電', at(1, 2))).toBe('site-2030-06-01-020000.chbackup')
})
