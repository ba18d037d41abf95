/** A message or a word about one, as aedes hands it over and takes it back. */
export interface BrokerPacket {
  cmd?: string
  brokerId?: string
  brokerCounter?: number
  topic: string
  payload: Buffer | string
  qos: 0 | 1 | 2
  retain: boolean
  dup?: boolean
  messageId?: number | null | undefined
  clientId?: string
}

/** A client as aedes hands it over; of one that is connected, the connection too. */
export interface SessionClient {
  readonly id: string
  readonly conn?: {
    readonly writableLength: number
    readonly destroyed: boolean
    destroy(): unknown
    once(event: 'drain' | 'close', listener: () => void): unknown
    off(event: 'drain' | 'close', listener: () => void): unknown
  }
}

/** The bytes of a payload. */
export function bytesOf(payload: Buffer | string): Buffer {
  return typeof payload === 'string' ? Buffer.from(payload) : payload
}
