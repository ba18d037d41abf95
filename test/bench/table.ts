import type { Figures } from './rounds'
import type { AuthorizeResult } from './suites/authorize'
import type { EventsResult } from './suites/events'
import type { StartUpResult } from './suites/startUp'

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

function rows(figures: readonly Figures[]): string {
  const head = ['', '× echo', 'by CPU', 'calls/s', 'p50 ms', 'p99 ms', 'server CPU µs', 'load busy']
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
