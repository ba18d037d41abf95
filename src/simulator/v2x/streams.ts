import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { CommandPort } from '../commandPort'
import type { Handlers2x } from './commands/commands'
import type { Streams } from './monitoring'

interface Stream {
  readonly id: number
  params: OCPP21.PeriodicEventStreamParamsType
  /** The server has agreed. */
  open: boolean
  /** Values not told yet, with the time of the first. */
  since: Date
  data: OCPP21.StreamDataElementType[]
}

/** Values sent at once when the server names no number. */
const DEFAULT_VALUES = 10

/** Streams of periodic values that nobody confirms (2.1, N11–N15). */
export class EventStreams implements Streams {
  readonly #port: CommandPort
  readonly #byMonitor = new Map<number, Stream>()
  #nextId = 1

  constructor(port: CommandPort) {
    this.#port = port
  }

  readonly commands: Handlers2x<'AdjustPeriodicEventStream' | 'GetPeriodicEventStream'> = {
    AdjustPeriodicEventStream: ({ id, params }) => {
      const stream = [...this.#byMonitor.values()].find((one) => one.id === id && one.open)
      if (stream) stream.params = params
      return { payload: { status: stream ? 'Accepted' : 'Rejected' } }
    },

    GetPeriodicEventStream: () => {
      const [first, ...rest] = [...this.#byMonitor].flatMap(([variableMonitoringId, { id, open, params }]) =>
        open ? [{ id, params, variableMonitoringId }] : [],
      )
      return { payload: first ? { constantStreamData: [first, ...rest] } : {} }
    },
  }

  open(monitorId: number, params: OCPP21.PeriodicEventStreamParamsType): void {
    const stream: Stream = { id: this.#nextId++, params, open: false, since: this.#port.now(), data: [] }
    this.#byMonitor.set(monitorId, stream)
    const payload: OCPP21.OpenPeriodicEventStreamRequest = {
      constantStreamData: { id: stream.id, params, variableMonitoringId: monitorId },
    }
    void this.#port.tell('OpenPeriodicEventStream', payload).then((outcome) => {
      const status =
        outcome.kind === 'answered' ? (outcome.payload as OCPP21.OpenPeriodicEventStreamResponse).status : null
      if (status === 'Accepted') stream.open = true
      else this.#byMonitor.delete(monitorId)
    })
  }

  /** False: the monitor has no stream, its value is told as an event. A stream begins with the answer that opens it. */
  add(monitorId: number, value: string): boolean {
    const stream = this.#byMonitor.get(monitorId)
    if (!stream) return false
    if (!stream.open) return true
    const now = this.#port.now()
    if (stream.data.length === 0) stream.since = now
    const seconds = (now.getTime() - stream.since.getTime()) / 1000
    stream.data.push({ t: Math.round(seconds * 1000) / 1000, v: value })
    const { interval, values = DEFAULT_VALUES } = stream.params
    if (stream.data.length >= values || (interval !== undefined && seconds >= interval)) this.#flush(stream)
    return true
  }

  close(monitorId: number): void {
    const stream = this.#byMonitor.get(monitorId)
    if (!stream) return
    this.#byMonitor.delete(monitorId)
    if (!stream.open) return
    this.#flush(stream)
    const payload: OCPP21.ClosePeriodicEventStreamRequest = { id: stream.id }
    void this.#port.tell('ClosePeriodicEventStream', payload)
  }

  #flush(stream: Stream): void {
    const [first, ...rest] = stream.data
    if (!first) return
    stream.data = []
    const payload: OCPP21.NotifyPeriodicEventStream = {
      id: stream.id,
      pending: 0,
      basetime: stream.since.toISOString(),
      data: [first, ...rest],
    }
    this.#port.sendUnconfirmed('NotifyPeriodicEventStream', payload)
  }
}
