import { hasAllParts, withPart } from '@main/variables/reportParts'
import { type Standing, standingAfter } from '@main/variables/standing'
import { describe, expect, it } from 'vitest'

const first = { id: 1, hasPredecessor: false }
const second = { id: 2, hasPredecessor: true }
const third = { id: 3, hasPredecessor: true }

/** A value through several reports and readings; null for a reading by itself. */
function through(...told: readonly (readonly [string | null, typeof first | null])[]): Standing {
  const end = told.reduce<Standing | undefined>(
    (before, [value, report]) => standingAfter(before, value, report),
    undefined,
  )
  if (end === undefined) throw new Error('nothing was told')
  return end
}

describe('how a value stands to the report before', () => {
  it('has nothing to compare with in the first report', () => {
    expect(through(['10', first])).toMatchObject({ difference: 'same', value: '10' })
  })
  it('is changed where the report before had another value, and the same again in the next', () => {
    expect(through(['10', first], ['20', second])).toMatchObject({ difference: 'changed', baseValue: '10' })
    expect(through(['10', first], ['20', second], ['20', third]).difference).toBe('same')
  })
  it('is new where the report before did not have it', () => {
    expect(through(['10', second]).difference).toBe('new')
    expect(through(['10', second], ['10', third]).difference).toBe('same')
    expect(through(['10', null], ['10', second]).difference).toBe('new')
  })
  it('is not compared with itself when a part is sent again', () => {
    expect(through(['10', first], ['20', second], ['20', second])).toMatchObject({
      difference: 'changed',
      baseValue: '10',
    })
    expect(through(['10', second], ['11', second]).difference).toBe('new')
  })
  it('follows what is read between two reports', () => {
    expect(through(['10', first], ['20', null])).toMatchObject({ difference: 'changed', value: '20', baseValue: '10' })
    expect(through(['10', first], ['20', null], ['10', null]).difference).toBe('same')
    expect(through(['10', first], ['20', null], ['20', second]).difference).toBe('changed')
    expect(through(['10', null], ['20', null]).difference).toBe('same')
  })
  it('is not gone any more once it is told again', () => {
    const gone: Standing = { ...through(['10', first]), difference: 'gone' }
    expect(standingAfter(gone, '10', null).difference).toBe('same')
    expect(standingAfter(gone, '10', third).difference).toBe('new')
  })
})

describe('the parts of a report', () => {
  const none = { parts: [], lastPart: null }
  const come = (...parts: readonly (readonly [number, boolean])[]) =>
    parts.reduce<{ parts: readonly number[]; lastPart: number | null }>(
      (report, [seqNo, last]) => withPart(report, seqNo, last, 4),
      none,
    )

  it('are all there when the last and everything before it have come, in any order and however often', () => {
    expect(hasAllParts(come([0, true]))).toBe(true)
    expect(hasAllParts(come([0, false], [1, false], [1, false], [2, true]))).toBe(true)
    expect(hasAllParts(come([2, true], [0, false], [1, false]))).toBe(true)
    expect(hasAllParts(come([0, false], [1, false]))).toBe(false)
    expect(hasAllParts(come([0, false], [2, true]))).toBe(false)
  })
  it('are followed up to their limit', () => {
    expect(come([0, false], [1, false], [2, false], [3, false], [4, false], [5, true]).parts).toHaveLength(4)
  })
})
