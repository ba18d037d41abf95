import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/** First byte of a whole text message in one frame (RFC 6455 §5.2). */
const WHOLE_TEXT = 0x81
/** Up to here the length is part of the second byte; above it, the two bytes after it hold it. */
const SHORT_MAX = 125
const TWO_BYTES_FOLLOW = 126
const MEDIUM_MAX = 65_535

/**
 * Sends texts on a WebSocket. `ws` writes header and payload apart, which costs more than all that is ours in an answer;
 * here a plain message of a usual length is written as one text. All others are left to `ws`. Both may be mixed: frames
 * are whole, and `ws` keeps none back for later: it does so where compression was agreed, and there all is left to it.
 * @param stream the connection below the WebSocket, on the server's side: what a server sends is not masked
 */
export function createTextSender(socket: WebSocket, stream: Duplex): (text: string) => void {
  if (socket.extensions !== '') return (text) => socket.send(text)
  return (text) => {
    const { length } = text
    if (socket.readyState !== socket.OPEN || length > MEDIUM_MAX || Buffer.byteLength(text) !== length) {
      socket.send(text)
      return
    }
    // All of it is ASCII, so that as Latin-1 every character is one byte, and so is every byte of the header.
    const header =
      length <= SHORT_MAX
        ? String.fromCharCode(WHOLE_TEXT, length)
        : String.fromCharCode(WHOLE_TEXT, TWO_BYTES_FOLLOW, length >> 8, length & 0xff)
    stream.write(header + text, 'latin1')
  }
}
