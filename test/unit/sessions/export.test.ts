import { SESSION_TABLE } from '@main/sessions/export/sessionTable'
import { ROWS_A_PART, tableParts } from '@main/sessions/export/tableParts'
import type { TableFormat } from '@shared/contract/ledger'
import type { Session } from '@shared/contract/sessions'
import { BOM, csvWriter } from '@shared/table/csv'
import { isoTime } from '@shared/table/isoTime'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const COMMA: TableFormat = { separator: 'comma', decimal: 'point', bom: false }

/** Reads what RFC 4180 writes, as plainly as it is defined. */
function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let field = ''
  let quoted = false
  for (let place = 0; place < text.length; place += 1) {
    const char = text[place] ?? ''
    if (quoted && char === '"' && text[place + 1] === '"') {
      field += '"'
      place += 1
    } else if (char === '"') quoted = !quoted
    else if (quoted) field += char
    else if (char === separator) {
      rows.at(-1)?.push(field)
      field = ''
    } else if (char === '\r' && text[place + 1] === '\n') {
      rows.at(-1)?.push(field)
      rows.push([])
      field = ''
      place += 1
    } else field += char
  }
  return rows.slice(0, -1)
}

describe('a line', () => {
  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ] as const)('with %s reads back as it was written, but for what would be a formula', (separator, sign) => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a,b', 'a;b', 'a\tb', '"', '\r\n', ' x '))
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const [row] = readCsv(csvWriter({ separator, decimal: 'point' })(cells), sign)
        expect(row).toEqual(cells.map((text) => (/^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text)))
      }),
    )
  })

  test.each(['=1+1', '+49 89', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=HYPERLINK("http://x","y")'])(
    'takes the power from %j',
    (text) => {
      const [row] = readCsv(csvWriter(COMMA)([text, { number: -2, places: 1 }]), ',')
      expect(row).toEqual([`'${text}`, '-2.0'])
    },
  )

  test('has numbers with the sign that is wanted, in quotes where that separates fields too', () => {
    const cells = ['', null, { number: 1_234_567.891, places: 3 }, { number: 7, places: 0 }]
    expect(csvWriter({ separator: 'semicolon', decimal: 'comma' })(cells)).toBe(';;1234567,891;7\r\n')
    expect(csvWriter({ separator: 'comma', decimal: 'comma' })(cells)).toBe(',,"1234567,891",7\r\n')
    expect(csvWriter(COMMA)(cells)).toBe(',,1234567.891,7\r\n')
  })
})

describe('a time', () => {
  test.each([
    [0, '2026-03-29T01:30:00.250Z'],
    [120, '2026-03-29T03:30:00.250+02:00'],
    [-210, '2026-03-28T22:00:00.250-03:30'],
    [345, '2026-03-29T07:15:00.250+05:45'],
  ])('%d minutes ahead of UTC', (offset, text) => {
    expect(isoTime(Date.UTC(2026, 2, 29, 1, 30, 0, 250), offset)).toBe(text)
    expect(Date.parse(text)).toBe(Date.UTC(2026, 2, 29, 1, 30, 0, 250))
  })

  test('names the same moment, whatever the zone of this computer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => {
        expect(Date.parse(isoTime(at))).toBe(at)
      }),
    )
  })
})

const session: Session = {
  id: 7,
  stationId: 1,
  stationIdentity: 'CP_1',
  transactionId: '-1',
  evseId: 1,
  connectorId: null,
  token: '=04',
  tokenType: 'ISO14443',
  authorization: 'accepted',
  holder: 'Berg, "Ada"',
  cardLabel: '',
  state: 'ended',
  chargingState: null,
  startedAt: Date.UTC(2026, 0, 1),
  endedAt: Date.UTC(2026, 0, 1, 1, 30),
  energyWh: 12_345.5,
  powerW: null,
  meterStartWh: 1_000,
  meterLastWh: 13_345.5,
  stopReason: 'Local',
  doubts: ['no-end-meter', 'conflict'],
  unsettled: false,
  settled: 'corrected',
  receivedFirstAt: Date.UTC(2026, 0, 1, 0, 0, 1),
  receivedLastAt: null,
  updatedAt: 0,
}

describe('the ledger as a table', () => {
  test('has a name over every column and each fact under its own', () => {
    const row = Object.fromEntries(
      SESSION_TABLE.cells(session).map((cell, index) => [SESSION_TABLE.header[index] ?? '', cell]),
    )
    expect(SESSION_TABLE.header).toHaveLength(SESSION_TABLE.cells(session).length)
    expect(row).toMatchObject({
      session: { number: 7, places: 0 },
      station: 'CP_1',
      connector: null,
      card: '=04',
      duration_s: { number: 5_400, places: 0 },
      energy_kwh: { number: 12.3455, places: 6 },
      energy_wh: { number: 12_345.5, places: 3 },
      meter_start_wh: { number: 1_000, places: 0 },
      doubts: 'no-end-meter conflict',
      settled: 'corrected',
    })
    expect(Date.parse(String(row.started))).toBe(session.startedAt)
    expect(Date.parse(String(row.received_first))).toBe(session.receivedFirstAt)
  })
})

describe('a table in parts', () => {
  async function all(parts: Iterable<Session[]>, format = COMMA) {
    const found: { text: string; rows: number }[] = []
    for await (const part of tableParts(SESSION_TABLE, parts, format, undefined)) found.push(part)
    return found
  }

  test('begins with its header, counts its rows and is one file', async () => {
    const parts = await all([[session, session], [session]])
    expect(parts.map(({ rows }) => rows)).toEqual([2, 3])
    const read = readCsv(parts.map(({ text }) => text).join(''), ',')
    expect(read).toHaveLength(4)
    expect(read[0]).toEqual(SESSION_TABLE.header)
    expect(read[3]).toContain(`'=04`)
    expect(read[3]).toContain('Berg, "Ada"')
  })

  test('has its header without any row, and the mark for Excel where it is wanted', async () => {
    const [only, ...more] = await all([], { ...COMMA, bom: true })
    expect(more).toEqual([])
    expect(only).toEqual({ text: `${BOM}${SESSION_TABLE.header.join(',')}\r\n`, rows: 0 })
  })

  test('reads no part before it is asked for, gives everybody a turn between two, and ends when it is given up', async () => {
    let read = 0
    function* endless(): Generator<Session[]> {
      for (;;) {
        read += 1
        yield Array<Session>(ROWS_A_PART).fill(session)
      }
    }
    let turns = 0
    const count = () => {
      turns += 1
      immediate = setImmediate(count)
    }
    let immediate = setImmediate(count)
    const giveUp = new AbortController()
    const parts = tableParts(SESSION_TABLE, endless(), COMMA, giveUp.signal)
    expect(read).toBe(0)
    for (let wanted = 1; wanted <= 5; wanted += 1) {
      expect((await parts.next()).value).toMatchObject({ rows: wanted * ROWS_A_PART })
      expect(read).toBe(wanted)
    }
    clearImmediate(immediate)
    expect(turns).toBeGreaterThanOrEqual(4)
    giveUp.abort()
    expect(await parts.next()).toEqual({ value: undefined, done: true })
    expect(read).toBe(5)
  })
})
