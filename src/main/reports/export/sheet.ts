/** What stands in a cell. Amounts have decimals of their own; moments are shown by the clock on the wall. */
export type SheetCell =
  | string
  | null
  | { readonly number: number; readonly decimals: number }
  | { readonly localTime: number }

/** How rows stand out. */
export type RowLook = 'plain' | 'strong'

export interface SheetRow {
  readonly cells: readonly SheetCell[]
  readonly look?: RowLook
}

/** Widest number of decimals that a style exists for. */
const DECIMALS_MAX = 6
const TIME_STYLE = 1
const STRONG_STYLE = 2
/** Styles of numbers follow, plain ones first. */
const NUMBER_STYLE = 3
const STRONG_NUMBER_STYLE = NUMBER_STYLE + DECIMALS_MAX + 1

const DAY_MS = 86_400_000
/** Days from Excel's day 0 to 1970-01-01. */
const EPOCH_DAY = 25_569

/** What XML 1.0 has no way to write. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

export function escapeXml(text: string): string {
  return text
    .replace(UNWRITABLE, '\u{fffd}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** `_x0041_` in a cell is read as “A” (ST_Xstring of ECMA-376): what was typed so has its first sign written that way. */
const TAKEN_FOR_A_SIGN = /_(?=x[\dA-Fa-f]{4}_)/g

/** The beginning of a sheet whose first row stays in sight. @param widths of its columns, in characters */
export function sheetBegin(widths: readonly number[]): string {
  const columns = widths
    .map((width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const views = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`
  return `${HEAD}<worksheet ${MAIN}>${views}<cols>${columns}</cols><sheetData>`
}

export const SHEET_END = '</sheetData></worksheet>'

/** A row. ECMA-376 lets addresses of cells be left out, but not every program reads them then. @param number from 1 */
export function sheetRow({ cells, look = 'plain' }: SheetRow, number: number): string {
  return `<row r="${number}">${cells.map((cell, place) => cellXml(cell, look, `${columnName(place)}${number}`)).join('')}</row>`
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A to Z: no sheet here is wider. */
const columnName = (place: number) => LETTERS.charAt(place)

function cellXml(cell: SheetCell, look: RowLook, address: string): string {
  const isStrong = look === 'strong'
  const begin = `<c r="${address}"`
  if (cell === null) return ''
  // Text is text, whatever it begins with: no program takes it for a formula.
  if (typeof cell === 'string') {
    const style = isStrong ? ` s="${STRONG_STYLE}"` : ''
    return `${begin} t="inlineStr"${style}><is><t xml:space="preserve">${escapeXml(cell.replace(TAKEN_FOR_A_SIGN, '_x005F_'))}</t></is></c>`
  }
  if ('localTime' in cell) return `${begin} s="${TIME_STYLE}"><v>${cell.localTime / DAY_MS + EPOCH_DAY}</v></c>`
  const style = (isStrong ? STRONG_NUMBER_STYLE : NUMBER_STYLE) + Math.min(cell.decimals, DECIMALS_MAX)
  return `${begin} s="${style}"><v>${cell.number.toFixed(cell.decimals)}</v></c>`
}

const formatOf = (decimals: number) => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`)

/** The styles that cells name by their places. */
export function stylesXml(): string {
  const decimals = Array.from({ length: DECIMALS_MAX + 1 }, (_, places) => places)
  const formats = [
    '<numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm:ss"/>',
    ...decimals.map((places) => `<numFmt numFmtId="${165 + places}" formatCode="${formatOf(places)}"/>`),
  ]
  const xf = (format: number, font: number) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`
  const xfs = [
    xf(0, 0),
    xf(164, 0),
    xf(0, 1),
    ...decimals.map((places) => xf(165 + places, 0)),
    ...decimals.map((places) => xf(165 + places, 1)),
  ]
  return `${HEAD}<styleSheet ${MAIN}>
<numFmts count="${formats.length}">${formats.join('')}</numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`
}
