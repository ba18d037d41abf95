import { once } from 'node:events'
import { createHistogram, performance, type RecordableHistogram } from 'node:perf_hooks'
import { connect, type TLSSocket } from 'node:tls'

/** A device of the load: its certificate, and PEM keys. */
export interface LoadDevice {
  readonly id: string
  readonly key: string
  readonly cert: string
}

/** Messages of one publisher that may wait for their acknowledgement. */
const IN_FLIGHT = 100
const PAYLOAD_BYTES = 32
const PUBACK_BYTES = 4

interface At {
  readonly port: number
  readonly ca: string
}

const text = (value: string) => Buffer.concat([Buffer.from([0, value.length]), Buffer.from(value)])
const packet = (head: number, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([head, body.length]), body])
}

async function open({ port, ca }: At, { id, key, cert }: LoadDevice): Promise<TLSSocket> {
  const socket = connect({ host: '127.0.0.1', port, ca, key, cert, ALPNProtocols: ['x-amzn-mqtt-ca'] })
  socket.setNoDelay(true)
  await once(socket, 'secureConnect')
  // CONNECT: 3.1.1, clean session, no keep-alive.
  socket.write(packet(0x10, text('MQTT'), Buffer.from([4, 2, 0, 0]), text(id)))
  const [answer]: Buffer[] = await once(socket, 'data')
  if (answer?.[3] !== 0) throw new Error(`${id} was refused: ${answer?.[3]}`)
  return socket
}

/** Publishes with QoS 1 on one topic, as fast as it is acknowledged. Written for little work: it is not what is measured. */
export async function openPublisher(at: At, device: LoadDevice, topic: string) {
  const socket = await open(at, device)
  const message = packet(0x32, text(topic), Buffer.alloc(2), Buffer.alloc(PAYLOAD_BYTES))
  const idAt = 2 + 2 + topic.length
  let nextId = 0
  let waiting = 0
  let carried = 0
  let isOn = false
  const fill = () => {
    const count = IN_FLIGHT - waiting
    if (!isOn || count <= 0) return
    const buffer = Buffer.alloc(message.length * count)
    const now = performance.now()
    for (let index = 0; index < count; index += 1) {
      const from = index * message.length
      message.copy(buffer, from)
      nextId = (nextId % 65_535) + 1
      buffer.writeUInt16BE(nextId, from + idAt)
      buffer.writeDoubleBE(now, from + idAt + 2)
    }
    waiting += count
    socket.write(buffer)
  }
  socket.on('data', (chunk: Buffer) => {
    carried += chunk.length
    waiting -= Math.floor(carried / PUBACK_BYTES)
    carried %= PUBACK_BYTES
    // In larger pieces, as a socket under load has them.
    if (waiting <= IN_FLIGHT / 2) fill()
  })
  return {
    start() {
      isOn = true
      fill()
    },
    stop() {
      isOn = false
    },
    close: () => void socket.destroy(),
  }
}

/** Subscribes with QoS 1 to one topic, counts what comes and how long it took, and acknowledges it. */
export async function openSubscriber(at: At, device: LoadDevice, topic: string) {
  const socket = await open(at, device)
  socket.write(packet(0x82, Buffer.from([0, 1]), text(topic), Buffer.from([1])))
  await once(socket, 'data')
  const size = 2 + 2 + topic.length + 2 + PAYLOAD_BYTES
  const idAt = 2 + 2 + topic.length
  const seen: { messages: number; histogram: RecordableHistogram } = { messages: 0, histogram: createHistogram() }
  let rest: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    const buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const count = Math.floor(buffer.length / size)
    const acks = Buffer.alloc(count * PUBACK_BYTES)
    const now = performance.now()
    for (let index = 0; index < count; index += 1) {
      const from = index * size
      acks[index * PUBACK_BYTES] = 0x40
      acks[index * PUBACK_BYTES + 1] = 2
      buffer.copy(acks, index * PUBACK_BYTES + 2, from + idAt, from + idAt + 2)
      seen.histogram.record(Math.max(1, Math.round((now - buffer.readDoubleBE(from + idAt + 2)) * 1e6)))
    }
    seen.messages += count
    rest = buffer.subarray(count * size)
    if (count > 0) socket.write(acks)
  })
  return { seen, close: () => void socket.destroy() }
}
