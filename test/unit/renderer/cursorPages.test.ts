import { cursorOf, FIRST_PAGE, goToPage } from '@renderer/components/cursorPages'
import { safeFileName, tableFileName } from '@renderer/components/saveText'
import { expect, it } from 'vitest'

it('goes forward by the cursor each page gives, and back by those it has seen', () => {
  const second = goToPage(FIRST_PAGE, 1, 900)
  const third = goToPage(second, 2, 850)
  expect([FIRST_PAGE, second, third].map(cursorOf)).toEqual([null, 900, 850])
  expect(cursorOf(goToPage(third, 1, 800))).toBe(900)
  expect(goToPage(third, 0, 800)).toEqual(FIRST_PAGE)
})

it('takes the cursor of the next page anew after going back', () => {
  const back = goToPage(goToPage(goToPage(FIRST_PAGE, 1, 900), 2, 850), 0, 800)
  expect(cursorOf(goToPage(back, 1, 910))).toBe(910)
})

it('stays where it is when a page can’t be reached', () => {
  const second = goToPage(FIRST_PAGE, 1, 900)
  expect(goToPage(second, 2, null)).toBe(second)
  expect(goToPage(second, 5, 850)).toBe(second)
  expect(goToPage(second, -1, 850)).toBe(second)
})

it('makes file names that every system takes', () => {
  expect(safeFileName('Hotel "Zur Post": A/B root.pem')).toBe('Hotel _Zur Post_ A_B root.pem')
})

it('names a table that is saved after the day of the clocks here', () => {
  const eastOfAll = { name: 'Pacific/Kiritimati', offsetAt: () => 14 * 3_600_000 }
  expect(tableFileName('Cards: all', eastOfAll, Date.UTC(2026, 2, 28, 22))).toBe('Cards_ all-2026-03-29.csv')
})
