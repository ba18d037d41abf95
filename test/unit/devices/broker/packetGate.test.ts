import { Duplex } from 'node:stream'
import { MinuteCount } from '@main/devices/broker/minuteCount'
import { PacketGate } from '@main/devices/broker/packetGate'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const PUBLISH = 0x30

/** A packet as it goes over the wire. */
function packet(head: number, bytes: number): Buffer {
  const length: number[] = []
  for (let rest = bytes; length.length === 0 || rest > 0; rest = Math.floor(rest / 128)) {
    length.push((rest % 128) | (rest >= 128 ? 0x80 : 0))
  }
  return Buffer.concat([Buffer.from([head, ...length]), Buffer.alloc(bytes, 0xff)])
}

/** A gate before a stream that gets these pieces. */
async function through(pieces: readonly Buffer[], packetBytes: number) {
  const stream = new Duplex({ read() {}, write: (_, __, done) => done() })
  const seen = { publishes: 0, tooLarge: [] as number[], bytes: 0 }
  let end = () => {}
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  stream.once('end', end)
  PacketGate.before(stream, {
    packetBytes,
    packetsPerSecond: Number.POSITIVE_INFINITY,
    onTooLarge: (bytes) => {
      seen.tooLarge.push(bytes)
      end()
    },
    onPublished: (count) => {
      seen.publishes += count
    },
  })
  stream.on('readable', () => {
    for (let chunk = stream.read(); chunk; chunk = stream.read()) seen.bytes += chunk.length
  })
  for (const piece of pieces) stream.push(piece)
  stream.push(null)
  await over
  stream.destroy()
  return seen
}

test('counts and measures packets, however they are cut into pieces', async () => {
  const size = fc.integer({ min: 0, max: 300 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(size, { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
      async (sizes, cuts) => {
        const all = Buffer.concat(sizes.map((bytes) => packet(PUBLISH, bytes)))
        const pieces: Buffer[] = []
        for (let at = 0, turn = 0; at < all.length; turn += 1) {
          const next = at + (cuts[turn % cuts.length] ?? 1)
          pieces.push(all.subarray(at, next))
          at = next
        }
        expect(await through(pieces, 300)).toEqual({ publishes: sizes.length, tooLarge: [], bytes: all.length })
      },
    ),
    { numRuns: 100 },
  )
})

test('a packet that announces too much is stopped at its head', async () => {
  const head = packet(PUBLISH, 20_000).subarray(0, 4)
  expect(await through([packet(PUBLISH, 10), head], 300)).toMatchObject({ publishes: 1, tooLarge: [20_000], bytes: 0 })
  expect(await through([head.subarray(0, 2), head.subarray(2)], 300)).toMatchObject({ tooLarge: [20_000] })
})

test('a minute counts what happened in it', () => {
  const count = new MinuteCount()
  for (let second = 0; second < 90; second += 1) count.add(second * 1_000)
  expect(count.value(89_999)).toBe(60)
  expect(count.value(119_999)).toBe(30)
  expect(count.value(500_000)).toBe(0)
  count.add(100)
  expect(count.value(200)).toBe(1)
})
