import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { RawCharger } from '../support/rawCharger'
import { type RunningProgram, runProgram } from '../support/runningProgram'
import { openTestSite } from '../support/testSite'

// Acknowledged is stored: the real program, in a process of its own, ended by SIGKILL in the middle of its work.

const CHARGERS = ['CP_1', 'CP_2', 'CP_3', 'CP_4']
const ACKNOWLEDGED_BEFORE_KILL = 400

let program: RunningProgram | null = null
let folder: string | null = null
afterEach(async () => {
  await program?.kill()
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
})

interface Sent {
  readonly identity: string
  readonly event: ReturnType<typeof event>
  reply: string | null
}

function event(transactionId: string, seqNo: number) {
  const timestamp = new Date(Date.UTC(2026, 0, 1, 0, 0, seqNo)).toISOString()
  return {
    eventType: seqNo === 0 ? 'Started' : 'Updated',
    seqNo,
    timestamp,
    triggerReason: 'MeterValuePeriodic',
    transactionInfo: { transactionId },
    meterValue: [{ timestamp, sampledValue: [{ value: seqNo * 10 }] }],
  }
}

const urlOf = (running: RunningProgram) => running.ready.ocpp[0] ?? ''

/** Events of one charger, several at a time as stations pipeline them, until its connection ends. */
async function stream(charger: RawCharger, identity: string, sent: Sent[], onAnswer: () => void): Promise<void> {
  let ended = false
  charger.closed.then(() => {
    ended = true
  })
  let next = 0
  const send = async () => {
    while (!ended) {
      const place = next
      next += 1
      const entry: Sent = { identity, event: event(`tx-${Math.floor(place / 50)}`, place % 50), reply: null }
      sent.push(entry)
      const answer = await Promise.race([charger.ask('TransactionEvent', entry.event), charger.closed.then(() => null)])
      if (answer === null) return
      entry.reply = JSON.stringify(answer)
      onAnswer()
    }
  }
  await Promise.all([send(), send(), send(), send()])
}

test('after a kill every acknowledged event is there once, and what is sent again is not counted twice', async () => {
  const site = await openTestSite()
  folder = site.folder
  for (const identity of CHARGERS) await site.client.stations.register({ identity })
  await site.site.close()

  const running = await runProgram({ dataFolder: folder })
  program = running
  const sent: Sent[] = []
  let answers = 0
  await Promise.all(
    CHARGERS.map(async (identity) => {
      const charger = await RawCharger.connect(urlOf(running), identity, 'ocpp2.0.1')
      await stream(charger, identity, sent, () => {
        answers += 1
        if (answers === ACKNOWLEDGED_BEFORE_KILL) running.kill()
      })
    }),
  )
  const acknowledged = sent.filter((entry) => entry.reply !== null)
  expect(acknowledged.length).toBeGreaterThanOrEqual(ACKNOWLEDGED_BEFORE_KILL)
  // It was in the middle of something.
  expect(sent.length).toBeGreaterThan(acknowledged.length)

  // What was not acknowledged is sent again by a station; some of the rest too, for its answer may have got lost.
  const restarted = await runProgram({ dataFolder: folder })
  program = restarted
  for (const identity of CHARGERS) {
    const charger = await RawCharger.connect(urlOf(restarted), identity, 'ocpp2.0.1')
    const mine = sent.filter((entry) => entry.identity === identity)
    await Promise.all(
      mine
        .filter((entry, index) => entry.reply === null || index % 3 === 0)
        .map(async (entry) => {
          const reply = JSON.stringify(await charger.ask('TransactionEvent', entry.event))
          expect(entry.reply ?? reply).toBe(reply)
        }),
    )
  }
  await restarted.end()

  const db = new Database(`${folder}/chargehand.db`, { readonly: true })
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const stored = db
      .prepare(
        `SELECT identity || ' ' || transaction_id || ' ' || seq_no AS event, count(*) AS times
         FROM raw_event JOIN station ON station.id = station_id GROUP BY event`,
      )
      .all() as { event: string; times: number }[]
    const names = sent.map(
      (entry) => `${entry.identity} ${entry.event.transactionInfo.transactionId} ${entry.event.seqNo}`,
    )
    expect(stored.map(({ event: name }) => name).sort()).toEqual(names.sort())
    expect(stored.filter(({ times }) => times !== 1)).toEqual([])
    // And the ledger says what the events say.
    const sessions = db
      .prepare(
        `SELECT identity, transaction_id, meter_last_wh, doubts FROM session JOIN station ON station.id = station_id`,
      )
      .all() as { identity: string; transaction_id: string; meter_last_wh: number; doubts: string }[]
    for (const { identity, transaction_id, meter_last_wh, doubts } of sessions) {
      const places = sent
        .filter((entry) => entry.identity === identity && entry.event.transactionInfo.transactionId === transaction_id)
        .map((entry) => entry.event.seqNo)
      expect({ meter_last_wh, doubts }).toEqual({ meter_last_wh: Math.max(...places) * 10, doubts: '[]' })
    }
    expect(sessions.length).toBeGreaterThanOrEqual(CHARGERS.length)
  } finally {
    db.close()
  }
})

test('what was acknowledged right before the kill is there when nothing is sent again', async () => {
  const site = await openTestSite()
  folder = site.folder
  await site.client.stations.register({ identity: 'CP_1' })
  await site.site.close()

  const running = await runProgram({ dataFolder: folder })
  program = running
  const charger = await RawCharger.connect(urlOf(running), 'CP_1', 'ocpp1.6')
  const timestamp = new Date().toISOString()
  const start = { connectorId: 1, idTag: 'AA', meterStart: 0, timestamp }
  const { transactionId } = await charger.ask('StartTransaction', start)
  await charger.ask('SecurityEventNotification', { type: 'TamperDetectionActivated', timestamp })
  await charger.ask('SignCertificate', { csr: 'garbage' })
  await running.kill()

  const reopened = await openTestSite({ folder })
  try {
    expect(reopened.site.sessions.view(Number(transactionId))).toMatchObject({ state: 'running', token: 'AA' })
    expect((await reopened.client.events.security({})).entries).toHaveLength(1)
    expect((await reopened.client.requests.find({})).entries).toMatchObject([{ status: 'unreadable' }])
  } finally {
    await reopened.site.close()
  }
})
