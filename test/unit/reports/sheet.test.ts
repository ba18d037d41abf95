import { sheetRow } from '@main/reports/export/sheet'
import { expect, test } from 'vitest'

test('what is typed is what a cell says, whatever it looks like to a spreadsheet', () => {
  const written = (cell: string) => /<t xml:space="preserve">(.*)<\/t>/s.exec(sheetRow({ cells: [cell] }, 1))?.[1]
  expect(written('_x0041_B_x00e9_x0042_')).toBe('_x005F_x0041_B_x005F_x00e9_x005F_x0042_')
  expect(written('fix_x1_ _x12345_')).toBe('fix_x1_ _x12345_')
  expect(written('=1+1<&"\u0000')).toBe('=1+1&lt;&amp;&quot;\ufffd')
  expect(sheetRow({ cells: ['=1+1'] }, 1)).toContain('t="inlineStr"')
})
