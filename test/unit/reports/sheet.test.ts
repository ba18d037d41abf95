import { sheetRow } from '@main/reports/export/sheet'
import { workbookFile } from '@main/reports/export/workbookFile'
import { expect, test } from 'vitest'

test('what is typed is what a cell says, whatever it looks like to a spreadsheet', () => {
  const written = (cell: string) => /<t xml:space="preserve">(.*)<\/t>/s.exec(sheetRow({ cells: [cell] }, 1))?.[1]
  expect(written('_x0041_B_x00e9_x0042_')).toBe('_x005F_x0041_B_x005F_x00e9_x005F_x0042_')
  expect(written('fix_x1_ _x12345_')).toBe('fix_x1_ _x12345_')
  expect(written('=1+1<&"\u0000')).toBe('=1+1&lt;&amp;&quot;\ufffd')
  expect(sheetRow({ cells: ['=1+1'] }, 1)).toContain('t="inlineStr"')
})

test('a workbook that nobody takes any more asks for no rows', async () => {
  let asked = 0
  const sheet = (tab: number) => ({
    name: `${tab}`,
    tab,
    widths: [8],
    *rows() {
      asked += 1
      yield { cells: ['A'] }
      throw new Error('what it is read from is closed')
    },
  })
  const file = workbookFile([sheet(1), sheet(2)])
  await file.next()
  const before = asked
  await file.return()
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  expect(asked).toBe(before)
  const taken = async () => {
    for await (const _ of workbookFile([sheet(1)]));
  }
  await expect(taken()).rejects.toThrow('is closed')
})
