import type { CDPSession } from 'playwright-core'
import { median } from '../median'
import type { ChangingFleet } from './changingFleet'

/** What the page holds after a garbage collection, on the Overview. */
export interface Held {
  readonly bytes: number
  readonly nodes: number
  readonly listeners: number
}

export interface SteadyMemory {
  readonly seconds: number
  /** After each round through all pages. */
  readonly held: readonly Held[]
  /** The last third of the rounds beside the first third, medians; 1 is flat. */
  readonly bytesGrown: number
  readonly nodesGrown: number
}

/** As a part of what was held first: the limit of what is called flat. */
export const FLAT = 1.05

/**
 * Opens these pages one after the other, again and again, while chargers change, and looks at what stays in memory once
 * the Overview is there again.
 */
export async function watchMemory(
  fleet: ChangingFleet,
  addresses: readonly string[],
  seconds: number,
  rounds: number,
): Promise<SteadyMemory> {
  const session = await fleet.page.context().newCDPSession(fleet.page)
  const held: Held[] = []
  // What a page loads once is there after the first time; that round is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const address of addresses) {
      await fleet.open(address)
      await fleet.pace(seconds / (rounds + 1) / addresses.length)
    }
    await fleet.open('/')
    await fleet.page.waitForFunction(
      (tiles) => document.querySelectorAll('main article').length === tiles,
      fleet.chargers,
    )
    if (round > 0) held.push(await heldNow(session))
  }
  await session.detach()
  return {
    seconds,
    held,
    bytesGrown: grown(held.map(({ bytes }) => bytes)),
    nodesGrown: grown(held.map(({ nodes }) => nodes)),
  }
}

async function heldNow(session: CDPSession): Promise<Held> {
  // What was let go in the first collection may hold what only the second finds.
  for (let time = 0; time < 2; time++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  return { bytes: usedSize, nodes, listeners: jsEventListeners }
}

function grown(values: readonly number[]): number {
  const third = Math.max(1, Math.floor(values.length / 3))
  return median(values.slice(-third)) / median(values.slice(0, third))
}
