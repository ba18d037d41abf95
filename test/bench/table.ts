import type { LoopAnswer, PaceAnswer } from './messages'
import type { Figures } from './rounds'
import { FLAT, type SteadyMemory } from './screens/steadyMemory'
import type { AuthorizeResult } from './suites/authorize'
import type { CardsResult } from './suites/cards'
import type { ChangingResult } from './suites/changing'
import type { DeskResult } from './suites/desk'
import type { EventsResult } from './suites/events'
import type { FleetResult } from './suites/fleet'
import type { HandshakesResult } from './suites/handshakes'
import type { LedgerResult } from './suites/ledger'
import type { LiveResult } from './suites/live'
import type { LogResult } from './suites/log'
import type { MqttResult } from './suites/mqtt'
import type { ScreensResult } from './suites/screens'
import type { StartUpResult } from './suites/startUp'
import type { StormResult } from './suites/storm'

export function authorizeTable(results: readonly AuthorizeResult[]): string {
  const parts = results.map(
    ({ chargers, figures }) => `${chargers} charger${chargers === 1 ? '' : 's'}\n${rows(figures)}`,
  )
  return `(a) Authorize round trips\n${parts.join('\n')}`
}

export function eventsTable({ chargers, figures, commitMicroseconds, ofOneCommitEach }: EventsResult): string {
  return [
    `(b) Durable TransactionEvents, ${chargers} chargers`,
    rows(figures),
    `  ${times(ofOneCommitEach)} of one commit each; one commit costs ${Math.round(commitMicroseconds)} µs on this disk`,
  ].join('\n')
}

export function startUpTable({ listeningMs, atRestMiB, connected, connectedMiB }: StartUpResult): string {
  const size = (value: number | null) => (value === null ? 'not told by this system' : `${value.toFixed(0)} MiB`)
  return [
    '(c) The program itself',
    `  listening after ${listeningMs.toFixed(0)} ms`,
    `  resident at rest ${size(atRestMiB)}, with ${connected} connected ${size(connectedMiB)}`,
  ].join('\n')
}

export function fleetTable({ chargers, everyMs, figures, bytesAboveFloor }: FleetResult): string {
  const lines = figures.map(
    ({ name, bytesACharger, pace, loop }) =>
      `  ${name.padEnd(12)} ${kibibytes(bytesACharger)} a charger; ${paced(pace)}; ${late(loop)}`,
  )
  return [
    `(fleet) ${chargers} chargers, each with a heartbeat or a state every ${everyMs / 1_000} s`,
    ...lines,
    `  above the floor: ${kibibytes(bytesAboveFloor)} a charger`,
  ].join('\n')
}

export function tlsStormTable(result: StormResult): string {
  return stormTable(result).replace('(storm)', '(tls-storm)').replace('bare ws', 'bare wss')
}

export function handshakesTable(result: HandshakesResult): string {
  const { sitePerSecond, barePerSecond, ofBare, ofBareByCpu, loadBusy } = result
  return [
    '(handshakes) Mutual TLS handshakes, ECDHE-ECDSA-AES128-GCM-SHA256',
    `  ${times(ofBare)} of a bare TLS server (${sitePerSecond.toFixed(0)}/s, ${barePerSecond.toFixed(0)}/s), by CPU ${times(ofBareByCpu)}; load busy ${(loadBusy * 100).toFixed(0)} %`,
  ].join('\n')
}

export function stormTable({ chargers, siteSeconds, floorSeconds, ofFloor, loop }: StormResult): string {
  return [
    `(storm) ${chargers} chargers come back at once`,
    `  ${times(ofFloor)} of the time of a bare ws server (${siteSeconds.toFixed(2)} s, ${floorSeconds.toFixed(2)} s); ${late(loop)}`,
  ].join('\n')
}

export function liveTable({ chargers, pace, loop, screen }: LiveResult): string {
  const feeds = Object.entries(screen.eventsPerSecond).map(([name, count]) => `${name} ${count.toFixed(1)}`)
  return [
    `(live) ${chargers} chargers, a meter value a second each, a screen that watches`,
    `  ${paced(pace)}; ${late(loop)}`,
    `  to the screen each second: ${kibibytes(screen.bytesPerSecond)}; events: ${feeds.join(', ')}`,
  ].join('\n')
}

export function deskTable(result: DeskResult): string {
  const { approved, approveMs, ofCertificates, ofSignatures, certificatesMs, signaturesMs, waiting, searches } = result
  const answers = searches.map(
    ({ name, firstMs, medianMs }) =>
      `  ${name.padEnd(20)} ${firstMs.toFixed(1)} ms the first time, ${medianMs.toFixed(1)} ms the median of the further ones`,
  )
  return [
    `(desk) ${approved} requests approved in one go: ${approveMs.toFixed(0)} ms`,
    `  the same certificates and nothing else ${certificatesMs.toFixed(0)} ms, ${times(ofCertificates)} of that speed`,
    `  the bare signatures ${signaturesMs.toFixed(0)} ms, ${times(ofSignatures)} of that speed`,
    `  with ${waiting} waiting:`,
    ...answers,
  ].join('\n')
}

/** The goals of the console in a browser. */
const USABLE_MS = 1_500
const FIRST_LOAD_BYTES = 350_000
const OPENED_MS = 200
const TASK_MS = 50

export function screensTable(result: ScreensResult | null): string {
  if (result === null) return '(screens) No Chromium was found: set CHROMIUM_PATH'
  const { sessions, cards, firstLoad, pages } = result
  return [
    `(screens) The console in Chromium, ${sessions} sessions and ${cards} cards; of what is allowed`,
    `  usable after the server listens: ${times(firstLoad.usableMs / USABLE_MS)} (${firstLoad.usableMs.toFixed(0)} ms)`,
    `  first load: ${times(firstLoad.compressedBytes / FIRST_LOAD_BYTES)} (${kibibytes(firstLoad.compressedBytes)} compressed, with its font)`,
    ...pages.map(
      ({ address, firstMs, medianMs }) =>
        `  ${address.padEnd(24)} ${times(firstMs / OPENED_MS)} the first time (${firstMs.toFixed(0)} ms), ${times(medianMs / OPENED_MS)} the median of the further ones`,
    ),
  ].join('\n')
}

export function changingTable(result: ChangingResult | null): string {
  if (result === null) return '(changing) No Chromium was found: set CHROMIUM_PATH'
  const { chargers, seconds, pages, staying, going } = result
  return [
    `(changing) The console in Chromium, ${chargers} chargers with another state every second, ${seconds.toFixed(0)} s a page`,
    ...pages.map(
      ({ address, long, longestMs, longestCpuMs, busy }) =>
        `  ${address.padEnd(24)} longest task ${times(longestCpuMs / TASK_MS)} of what is allowed by processor time (${longestCpuMs.toFixed(0)} ms), ${times(longestMs / TASK_MS)} by the clock; ${long} long ones by the clock; busy ${Math.round(busy * 100)} %`,
    ),
    `  memory with the Overview left open: ${held(staying)}`,
    `  memory going through all pages: ${held(going)}`,
  ].join('\n')
}

export function cardsTable(result: CardsResult): string {
  const { cards, few, remembered, lookedUp, searches } = result
  const beside = ([one, all]: readonly [number, number]) =>
    `${one.toFixed(2)} µs with ${few} cards, ${all.toFixed(2)} µs with ${cards}: ${times(all / one)}`
  const found = searches.map(
    ({ name, firstMs, medianMs }) =>
      `  ${name.padEnd(20)}${firstMs.toFixed(1).padStart(8)} ms${medianMs.toFixed(2).padStart(10)} ms`,
  )
  return [
    `(cards) ${cards} cards`,
    `  a presented card that is remembered ${beside(remembered)}`,
    `  one that is looked up               ${beside(lookedUp)}`,
    `  with hours and places ${result.withHoursMicroseconds.toFixed(2)} µs, with a budget too ${result.withBudgetMicroseconds.toFixed(2)} µs (the decision alone)`,
    `  ${''.padEnd(20)}${'first'.padStart(8)}   ${'median'.padStart(10)} (goal: 100 ms)`,
    ...found,
    `  a table of all: ${result.importSeconds.toFixed(2)} s, of that a dry run ${result.checkSeconds.toFixed(2)} s; ${times(result.ofBare)} of a bare insert (${result.bareSeconds.toFixed(2)} s); event loop held for ${result.loopMaxMs.toFixed(0)} ms at most`,
  ].join('\n')
}

export function ledgerTable(result: LedgerResult): string {
  const { sessions, readings, searches, table, residentBefore, residentAfter } = result
  const most = Math.max(...searches.map(({ firstMs }) => firstMs))
  const rows = searches.map(
    ({ name, firstMs, medianMs }) =>
      `  ${name.padEnd(30)}${firstMs.toFixed(1).padStart(8)} ms${medianMs.toFixed(2).padStart(10)} ms`,
  )
  return [
    `(ledger) ${sessions} sessions with ${readings} readings, opened in ${result.openedMs.toFixed(0)} ms`,
    `  ${''.padEnd(30)}${'first'.padStart(8)}   ${'median'.padStart(10)}`,
    ...rows,
    `  slowest first answer ${most.toFixed(1)} ms (goal: 100 ms)`,
    `  table: first row after ${table.firstRowMs.toFixed(1)} ms (goal: 100 ms), ${table.rows} rows, ${mebibytes(table.bytes)} in ${table.seconds.toFixed(1)} s, event loop held for ${table.partP99Ms.toFixed(1)} ms p99, ${table.partMaxMs.toFixed(1)} ms at most (goal: 10 ms)`,
    `  resident ${mebibytes(residentBefore)} before, ${mebibytes(table.residentMost)} at most during the table, ${mebibytes(residentAfter)} after (goal: flat)`,
    `  the file grows ${kibibytes(result.bytesASession)} a session, ${kibibytes(result.bytesASessionWithEvents)} with its messages as they came`,
  ].join('\n')
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(0)} MiB`
}

export function logTable({ chargers, figures, ofWithout, ofWithoutByCpu, keptShare, paced }: LogResult): string {
  return [
    `(log) Authorize round trips with and without the live log, ${chargers} chargers`,
    rows(figures, '× without'),
    `  ${times(ofWithout)} of the rate without it, ${times(ofWithoutByCpu)} by processor time of all threads`,
    `  ${(keptShare * 100).toFixed(1)} % of these frames were kept; the others came faster than the log takes them`,
    `  at ${paced.callsPerSecond} calls/s all are kept: ${paced.withMicroseconds.toFixed(1)} µs a call with it, ${paced.withoutMicroseconds.toFixed(1)} µs without (all threads)`,
  ].join('\n')
}

export function mqttTable({ figures, ofBare, ofBareByCpu, idle, saturated, p99OfIdle }: MqttResult): string {
  const lines = figures.map(
    ({ name, messagesPerSecond, p99Ms, cpuMicroseconds, loadBusy }) =>
      `  ${name.padEnd(16)}${messagesPerSecond.toFixed(0).padStart(8)} messages/s, p99 ${p99Ms.toFixed(1)} ms, ${cpuMicroseconds.toFixed(1)} µs CPU a message, load busy ${Math.round(loadBusy * 100)} %`,
  )
  return [
    '(mqtt) QoS 1 from publisher to subscriber over mutual TLS',
    ...lines,
    `  ${times(ofBare)} of the rate of bare aedes (goal: 0.9), ${times(ofBareByCpu)} by processor time`,
    `  Authorize beside an idle broker: ${paced(idle)}`,
    `  Authorize beside a saturated one: ${paced(saturated)}, ${times(p99OfIdle)} (goal: 3 at most)`,
  ].join('\n')
}

function held({ seconds, held, bytesGrown, nodesGrown }: SteadyMemory): string {
  const [first, last] = [held[0], held.at(-1)].map((each) =>
    each === undefined ? '' : `${kibibytes(each.bytes)}, ${each.nodes} nodes, ${each.listeners} listeners`,
  )
  return `${times(bytesGrown)} after ${seconds.toFixed(0)} s, DOM nodes ${times(nodesGrown)} (flat: ×${FLAT} at most); first ${first}; last ${last}`
}

function kibibytes(bytes: number): string {
  return `${(bytes / 1_024).toFixed(1)} KiB`
}

function paced({ sent, answered, p50Ms, p99Ms }: PaceAnswer): string {
  return `${answered} of ${sent} answered, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`
}

function late({ p99Ms, maxMs }: LoopAnswer): string {
  return `event loop late p99 ${p99Ms.toFixed(1)} ms, at most ${maxMs.toFixed(0)} ms`
}

function rows(figures: readonly Figures[], against = '× echo'): string {
  const head = ['', against, 'by CPU', 'calls/s', 'p50 ms', 'p99 ms', 'server CPU µs', 'load busy']
  const body = figures.map((entry) => [
    entry.name,
    times(entry.ofReference),
    times(entry.ofReferenceByCpu),
    entry.callsPerSecond.toFixed(0),
    entry.p50Ms.toFixed(2),
    entry.p99Ms.toFixed(2),
    entry.cpuMicroseconds.toFixed(1),
    `${Math.round(entry.loadBusy * 100)} %`,
  ])
  return [head, ...body]
    .map((cells) => `  ${cells.map((cell, at) => (at === 0 ? cell.padEnd(16) : cell.padStart(14))).join('')}`)
    .join('\n')
}

function times(ratio: number): string {
  return `×${ratio.toFixed(2)}`
}
