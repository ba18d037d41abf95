import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/**
 * Where ports are looked for: below those that systems hand out by themselves (from 32768 on Linux, higher elsewhere).
 * One of theirs may go to any connection of a neighbouring test before the program that it was found for listens.
 */
const RANGE = { from: 12_000, to: 32_000 }
const TRIES = 50

async function listenOn(port: number): Promise<Server | null> {
  const server = createServer()
  try {
    await once(server.listen(port, '0.0.0.0'), 'listening')
    return server
  } catch {
    return null
  }
}

/**
 * The first of `count` consecutive ports that are free on every address, for programs that are told their port or have
 * to come back on the same one.
 */
export async function freePort(count = 1): Promise<number> {
  for (let tries = 0; tries < TRIES; tries++) {
    const first = randomInt(RANGE.from, RANGE.to - count)
    const held = await Promise.all(Array.from({ length: count }, (_, index) => listenOn(first + index)))
    for (const server of held) if (server !== null) await new Promise((resolve) => server.close(resolve))
    if (!held.includes(null)) return first
  }
  throw new Error(`No ${count} consecutive free ports in ${TRIES} tries`)
}
