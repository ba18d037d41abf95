import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Cards, createCards } from '@main/cards/cards'
import { createCardImports } from '@main/cards/import/cardImports'
import { createChanges } from '@main/changes'
import { openStore, type Store } from '@main/store/open'
import { type CardRules, NO_RULES } from '@shared/contract/cardRules'
import Database from 'better-sqlite3'
import type { Bench } from '../bench'
import { median } from '../median'
import { cardNumber } from '../population'

/** A search of the list of cards, and how long its answer takes. */
export interface CardSearch {
  readonly name: string
  readonly firstMs: number
  readonly medianMs: number
}

export interface CardsResult {
  readonly cards: number
  readonly few: number
  /** A presented card, of few and of all: one that is remembered, and one that is looked up. */
  readonly remembered: readonly [few: number, all: number]
  readonly lookedUp: readonly [few: number, all: number]
  /** The same with hours and places, and with a monthly budget as well. */
  readonly withHoursMicroseconds: number
  readonly withBudgetMicroseconds: number
  readonly searches: readonly CardSearch[]
  /** A table of all cards: read, checked and written. */
  readonly importSeconds: number
  readonly checkSeconds: number
  /** The same rows into the same table, one transaction and nothing else. */
  readonly bareSeconds: number
  readonly ofBare: number
  readonly loopMaxMs: number
}

const FEW = 10
const ALL = 50_000
const CALLS = 20_000
const ROUNDS = 7

interface Opened {
  readonly store: Store
  readonly cards: Cards
  close(): void
}

/** The cards of a site without the site: what an Authorize costs besides its message is the same there. */
function open(folder: string): Opened {
  const home = mkdtempSync(path.join(folder, 'cards-'))
  const failed = (error: unknown) => {
    throw error
  }
  const store = openStore({ folder: home, onLazyFailure: failed })
  const cards = createCards({ store, clock: Date.now, changes: createChanges() })
  return {
    store,
    cards,
    close() {
      store.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function tableOf(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `${cardNumber(index)};"Holder ${index}";Flat ${index % 400};G${index % 900};31.12.2099`,
  )
  return ['number;holder;tags;group;valid until', ...rows].join('\r\n')
}

const MAPPING = { number: 0, holder: 1, tags: 2, group: 3, validUntil: 4 }

/** Reads, checks and writes a table. @returns seconds of all, and of the check alone */
async function importAll({ store, cards }: Opened, count: number): Promise<{ all: number; check: number }> {
  const imports = createCardImports({ read: store.read, cards, clock: Date.now, changes: createChanges() })
  const text = tableOf(count)
  const from = performance.now()
  const { importId } = imports.begin('bench')
  imports.append(importId, text)
  await imports.read(importId)
  const run = async (dryRun: boolean) => {
    let last = ''
    for await (const { kind } of imports.run('bench', importId, { mapping: MAPPING, dryRun, enrolled: 'problem' }))
      last = kind
    return last
  }
  const checking = performance.now()
  await run(true)
  const check = (performance.now() - checking) / 1_000
  if ((await run(false)) !== 'imported') throw new Error('the table was not imported')
  return { all: (performance.now() - from) / 1_000, check }
}

/** The rows of a filled table of cards into one that is made alike, in one transaction. @returns seconds */
function bareInsert(folder: string, filled: Store): number {
  const source = filled.read.prepare("SELECT sql FROM sqlite_schema WHERE tbl_name = 'card' AND sql IS NOT NULL")
  const rows = filled.read.prepare('SELECT * FROM card').all() as Record<string, unknown>[]
  const file = path.join(folder, 'bare.db')
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  for (const { sql } of source.all() as { sql: string }[]) db.exec(sql)
  const columns = Object.keys(rows[0] ?? {})
  const insert = db.prepare(`INSERT INTO card (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  const from = performance.now()
  db.transaction(() => {
    for (const row of rows) insert.run(Object.values(row))
  })()
  const seconds = (performance.now() - from) / 1_000
  db.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  return seconds
}

/** Microseconds of presenting a card, `fresh` ones each time or the same ones again. */
async function presentCost({ store, cards }: Opened, count: number, fresh: boolean): Promise<number> {
  const costs: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const used = fresh ? Math.min(count, 5_000) : Math.min(count, FEW)
    const calls = fresh ? used : CALLS
    // Cards that were not presented since the cards changed last are looked up.
    if (fresh || round === 0) await cards.writeCards(() => null)
    const tokens = Array.from({ length: used }, (_, index) => ({
      value: cardNumber((round * 5_000 + index) % count),
      type: 'ISO14443' as const,
    }))
    const from = performance.now()
    for (let call = 0; call < calls; call += 1) {
      const token = tokens[call % used]
      if (token && cards.present(1, token).status !== 'accepted') throw new Error('refused')
    }
    costs.push(((performance.now() - from) * 1_000) / calls)
    await store.writer.write(() => null)
  }
  return median(costs)
}

/** Microseconds of deciding about one card with rules. */
async function ruledCost({ cards }: Opened, token: string, rules: Partial<CardRules>): Promise<number> {
  const plain = { holder: '', label: '', group: '', validFrom: null, validUntil: null, blocked: false }
  await cards.enrol('bench', {
    ...plain,
    token,
    tokenType: 'ISO14443',
    tags: [],
    masterPass: false,
    rules: { ...NO_RULES, ...rules },
    language: '',
    message: '',
    offline: 'auto',
  })
  const presented = { stationId: 1, evseId: 1, purpose: 'start', at: null, transactionId: null } as const
  const costs: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now()
    for (let call = 0; call < CALLS / 10; call += 1)
      cards.decide({ ...presented, token: { value: token, type: 'ISO14443' } })
    costs.push(((performance.now() - from) * 1_000) / (CALLS / 10))
  }
  return median(costs)
}

function search({ cards }: Opened, name: string, text: string): CardSearch {
  const times = Array.from({ length: ROUNDS }, () => {
    const from = performance.now()
    cards.find({ search: text, blocked: null, before: null, limit: 100 })
    return performance.now() - from
  })
  return { name, firstMs: times[0] ?? 0, medianMs: median(times) }
}

/** 50,000 cards: what one of them costs beside ten, how they are found, and how they come from a table. */
export async function benchCards({ folder, quick }: Bench): Promise<CardsResult> {
  const count = quick ? 500 : ALL
  const small = open(folder)
  const large = open(folder)
  try {
    await importAll(small, FEW)
    const loop = monitorEventLoopDelay({ resolution: 5 })
    loop.enable()
    const imported = await importAll(large, count)
    loop.disable()
    const bareSeconds = bareInsert(folder, large.store)
    const hours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: 0, until: 0 }]
    const places = [{ stationId: 1, evseIds: null }]
    return {
      cards: count,
      few: FEW,
      remembered: [await presentCost(small, FEW, false), await presentCost(large, count, false)],
      lookedUp: [await presentCost(small, FEW, true), await presentCost(large, count, true)],
      withHoursMicroseconds: await ruledCost(large, 'RULED-1', { hours, places }),
      withBudgetMicroseconds: await ruledCost(large, 'RULED-2', {
        hours,
        places,
        monthlyWh: 1_000_000,
        oneAtATime: true,
      }),
      searches: [
        search(large, 'first page', ''),
        search(large, 'a number', cardNumber(Math.floor(count / 2)).slice(2, 10)),
        search(large, 'a holder', `Holder ${Math.floor(count / 3)}`),
        search(large, 'a tag', 'flat 37'),
        search(large, 'a word in all', 'holder'),
        search(large, 'nothing', 'no such card'),
      ],
      importSeconds: imported.all,
      checkSeconds: imported.check,
      bareSeconds,
      ofBare: imported.all / bareSeconds,
      loopMaxMs: loop.max / 1e6,
    }
  } finally {
    small.close()
    large.close()
  }
}
