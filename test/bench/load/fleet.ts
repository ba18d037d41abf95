import { createHistogram, performance } from 'node:perf_hooks'
import type { Answering, ConnectRequest, PaceAnswer, RunAnswer, Work } from '../messages'
import { stationIdentity } from '../population'
import { createCalls } from './calls'
import { Pace } from './pace'
import { openRawCharger, type RawCharger } from './rawCharger'
import { isCall, refusalOf } from './refusal'

/** Chargers of one server, each with at most one call on its way (a closed loop). */
export interface Fleet {
  /** Everybody calls until `seconds` have passed; resolves when the last answer is in. Rejects on a wrong answer. */
  run(seconds: number): Promise<RunAnswer>
  /** Everybody calls once every `everyMs` for so long, answered or not. */
  pace(everyMs: number, seconds: number): Promise<PaceAnswer>
  close(): void
}

/** Connections that are opened at the same time: a listener's backlog is short. */
const OPENED_AT_ONCE = 50

const TYPE_OF = { result: '3', echo: '2' } as const satisfies Record<Answering, string>

export async function connectFleet(request: ConnectRequest): Promise<Fleet> {
  const { url, protocol, chargers, work, answering } = request
  const expectedType = TYPE_OF[answering].charCodeAt(0)
  const crew: { socket: RawCharger; nextCall: () => string; sentAt: number; checked: boolean }[] = []
  let histogram = createHistogram()
  let busy = 0
  let until = 0
  let onIdle = () => {}
  let onWrong = (_error: Error) => {}
  let pacing: Pace | null = null

  const send = (index: number) => {
    const charger = crew[index]
    if (!charger) return
    const text = charger.nextCall()
    charger.sentAt = performance.now()
    charger.socket.send(text)
  }

  const receive = (index: number, bytes: Buffer) => {
    const charger = crew[index]
    if (!charger) return
    // A central system may ask something of its own accord, such as what the charger's list of cards holds.
    if (answering === 'result' && isCall(bytes)) return charger.socket.send(refusalOf(bytes))
    const now = performance.now()
    histogram.record(Math.max(1, Math.round((now - charger.sentAt) * 1e6)))
    // The first answer of each charger is read in full, the others by their type: reading them all would cost the load
    // generator more than some of the servers.
    if (bytes[1] !== expectedType || (!charger.checked && !isAsItShould(bytes, work, answering))) {
      return onWrong(new Error(`wrong answer: ${bytes.toString()}`))
    }
    charger.checked = true
    if (pacing) return pacing.answered(index)
    if (now < until) return send(index)
    busy -= 1
    if (busy === 0) onIdle()
  }

  const open = async (index: number) => {
    const socket = await openRawCharger({
      url,
      protocol,
      identity: stationIdentity(index),
      onText: (bytes) => receive(index, bytes),
      onLost: (reason) => onWrong(new Error(reason)),
    })
    crew[index] = { socket, nextCall: createCalls(work, index), sentAt: 0, checked: false }
  }
  for (let from = 0; from < chargers; from += OPENED_AT_ONCE) {
    const some = Math.min(OPENED_AT_ONCE, chargers - from)
    await Promise.all(Array.from({ length: some }, (_, offset) => open(from + offset)))
  }

  return {
    run(seconds) {
      return new Promise((resolve, reject) => {
        histogram = createHistogram()
        busy = chargers
        const started = performance.now()
        const utilization = performance.eventLoopUtilization()
        until = started + seconds * 1_000
        onWrong = reject
        onIdle = () =>
          resolve({
            calls: histogram.count,
            seconds: (performance.now() - started) / 1_000,
            p50Ms: histogram.percentile(50) / 1e6,
            p99Ms: histogram.percentile(99) / 1e6,
            busy: performance.eventLoopUtilization(utilization).utilization,
          })
        for (let index = 0; index < chargers; index++) send(index)
      })
    },
    pace(everyMs, seconds) {
      return new Promise((resolve, reject) => {
        onWrong = reject
        const pace = new Pace(chargers)
        pacing = pace
        const answer = pace.run(everyMs, seconds, {
          send: (index) => crew[index]?.socket.send(crew[index].nextCall()),
        })
        answer.then(resolve, reject).finally(() => {
          pacing = null
        })
      })
    },
    close() {
      for (const { socket } of crew) socket.close()
    },
  }
}

function isAsItShould(bytes: Buffer, work: Work, answering: Answering): boolean {
  const text = bytes.toString()
  const frame: unknown = JSON.parse(text)
  if (!Array.isArray(frame)) return false
  if (answering === 'echo') return frame.length === 4
  return frame.length === 3 && (work !== 'authorize' || text.includes('"status":"Accepted"'))
}
