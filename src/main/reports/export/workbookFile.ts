import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { escapeXml, SHEET_END, type SheetRow, sheetBegin, sheetRow, stylesXml } from './sheet'

/** A sheet; its rows are asked for when those of the sheets before it have been written. */
export interface Sheet {
  readonly name: string
  /** Its place among the tabs; it may be written before those that stand before it. */
  readonly tab: number
  /** Of its columns, in characters. */
  readonly widths: readonly number[]
  rows(): AsyncIterable<SheetRow> | Iterable<SheetRow>
}

/** Longest name of a sheet, and what may not stand in one. */
const SHEET_NAME_MAX = 31
const NOT_IN_NAMES = /[[\]:*?/\\']/g

/** Text that is gathered before it is handed to the packer. */
const TEXT_TOGETHER = 16_384

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook (Office Open XML, ECMA-376) piece by piece, packed beside the event loop. Rows are asked for no faster than
 * pieces are taken, and no more when nobody takes them.
 */
export async function* workbookFile(sheets: readonly Sheet[]): AsyncGenerator<Buffer, void, void> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  const streams: Readable[] = []
  let isOver = false
  zip.on('error', (error: Error) => output.destroy(error))
  const add = (path: string, text: string) => zip.addBuffer(Buffer.from(text), path)
  add('[Content_Types].xml', contentTypes(sheets.length))
  add('_rels/.rels', relationships([{ kind: 'officeDocument', target: 'xl/workbook.xml' }]))
  add('xl/workbook.xml', workbookXml(sheets))
  add(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...sheets.map((_, place) => ({ kind: 'worksheet', target: `worksheets/sheet${place + 1}.xml` })),
      { kind: 'styles', target: 'styles.xml' },
    ]),
  )
  add('xl/styles.xml', stylesXml())
  for (const [place, sheet] of sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${place + 1}.xml`, (take) => {
      // The packer asks for what comes next also when nobody takes it any more.
      const stream = Readable.from(isOver ? [] : sheetText(sheet))
      // The packer does not listen for it: unheard, it would end the program.
      stream.on('error', (error) => output.destroy(error))
      streams.push(stream)
      take(null, stream)
    })
  }
  zip.end()
  try {
    for await (const piece of output) yield piece as Buffer
  } finally {
    isOver = true
    // Who took the pieces has heard of a failure; one after that is nobody's, and would end the program.
    output.on('error', () => {})
    output.destroy()
    for (const stream of streams) stream.destroy()
  }
}

async function* sheetText({ widths, rows }: Sheet): AsyncGenerator<string, void, void> {
  let text = sheetBegin(widths)
  let number = 0
  for await (const row of rows()) {
    number += 1
    text += sheetRow(row, number)
    if (text.length < TEXT_TOGETHER) continue
    yield text
    text = ''
  }
  yield text + SHEET_END
}

function contentTypes(sheets: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`
  const parts = [
    part('workbook', 'sheet.main'),
    part('styles', 'styles'),
    ...Array.from({ length: sheets }, (_, place) => part(`worksheets/sheet${place + 1}`, 'worksheet')),
  ]
  const relations = `<Default Extension="rels" ContentType="${'application/vnd.openxmlformats-package.relationships+xml'}"/>`
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${relations}<Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
}

function relationships(targets: readonly { readonly kind: string; readonly target: string }[]): string {
  const all = targets.map(
    ({ kind, target }, place) => `<Relationship Id="rId${place + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
}

function workbookXml(sheets: readonly Sheet[]): string {
  const tabs = sheets.map(({ name, tab }, place) => ({ name, tab, id: place + 1 })).sort((a, b) => a.tab - b.tab)
  const all = tabs.map(({ name, id }) => {
    const written = escapeXml(name.replace(NOT_IN_NAMES, ' ').slice(0, SHEET_NAME_MAX))
    return `<sheet name="${written}" sheetId="${id}" r:id="rId${id}"/>`
  })
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${all.join('')}</sheets></workbook>`
}
