import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** The ATR of a contactless card without a chip that runs programs (PC/SC part 3, §3.1.3.2.3). */
const ATR = Buffer.from('3B8F8001804F0CA000000306030001000000006A', 'hex')

const POWER_OFF = 0
const POWER_ON = 1
const RESET = 2
const GET_ATR = 4

const GET_UID = 'FFCA0000'

export interface CardChoices {
  /** Answers to the question for the UID, in their order, the last one for ever; hex with status bytes. */
  readonly answers?: readonly string[]
}

/** A card on a virtual reader. */
export interface VirtualCard {
  /** How often it was asked for its UID. */
  asked(): number
  /**
   * Takes it off at once, in the middle of whatever is going on. The service notices when it looks the next time: another
   * card that is laid there before may be missed.
   */
  remove(): Promise<void>
}

/**
 * Lays a card on the virtual reader that listens on `port`: connects as the card and answers what vpcd asks, a length of
 * two bytes and the data, where one byte alone is a control. Waits until the reader takes it.
 */
export async function layCard(port: number, uid: string, { answers }: CardChoices = {}): Promise<VirtualCard> {
  const socket = await connectTo(port)
  const replies = [...(answers ?? [`${uid}9000`])]
  let asked = 0
  let waiting = Buffer.alloc(0)
  const send = (data: Buffer) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(data.length)
    socket.write(Buffer.concat([length, data]))
  }
  const answer = (message: Buffer) => {
    if (message.length === 1) {
      const control = message[0]
      if (control === GET_ATR) send(ATR)
      else if (control !== POWER_OFF && control !== POWER_ON && control !== RESET) socket.destroy()
      return
    }
    if (message.toString('hex').toUpperCase().startsWith(GET_UID)) {
      asked += 1
      const reply = replies.length > 1 ? replies.shift() : replies[0]
      // An answer that never comes: the card was pulled away in the middle of it.
      if (reply === '') socket.destroy()
      else send(Buffer.from(reply ?? '', 'hex'))
    } else send(Buffer.from('6D00', 'hex'))
  }
  socket.on('data', (data) => {
    waiting = Buffer.concat([waiting, data])
    while (waiting.length >= 2 && waiting.length >= 2 + waiting.readUInt16BE(0)) {
      const end = 2 + waiting.readUInt16BE(0)
      const message = waiting.subarray(2, end)
      waiting = waiting.subarray(end)
      answer(message)
    }
  })
  // The service may be killed while a card lies on its reader.
  socket.on('error', () => {})
  return {
    asked: () => asked,
    async remove() {
      if (socket.destroyed) return
      socket.destroy()
      await once(socket, 'close')
    },
  }
}

/** The reader listens a moment after the service does. */
async function connectTo(port: number): Promise<Socket> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const outcome = await Promise.race([
      once(socket, 'connect').then(() => true),
      new Promise<false>((resolve) => socket.once('error', () => resolve(false))),
    ])
    if (outcome) return socket
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
