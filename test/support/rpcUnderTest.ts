import {
  type Anomaly,
  type CallOutcome,
  type IncomingCall,
  RpcConnection,
  type RpcOptions,
} from '@main/csms/rpc/connection'

/** A connection whose answers are given by hand. */
export function connect(options: Partial<RpcOptions> = {}) {
  const sent: unknown[][] = []
  const reading: string[] = []
  const anomalies: Anomaly[] = []
  const departures: string[] = []
  const waiting = new Map<string, { resolve(reply: object): void; reject(error: Error): void }>()
  let messageIds = 0
  const rpc = new RpcConnection({
    protocol: 'ocpp2.0.1',
    socket: {
      send: (text) => sent.push(JSON.parse(text)),
      pause: () => reading.push('pause'),
      resume: () => reading.push('resume'),
    },
    answer: (call: IncomingCall) => {
      if (call.action === 'AtOnce') return { told: call.id }
      return new Promise<object>((resolve, reject) => waiting.set(call.id, { resolve, reject }))
    },
    readResult: (_action, payload) => ({ kind: 'valid', payload }),
    accepts: () => true,
    onDeparture: (quirk, place) => departures.push(`${quirk} ${place}`),
    onAnomaly: (anomaly) => anomalies.push(anomaly),
    newMessageId: () => `server-${++messageIds}`,
    callTimeoutMs: 30_000,
    queuedCalls: 100,
    queuedCommands: 100,
    ...options,
  })
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  return {
    rpc,
    departures,
    sent,
    reading,
    anomalies,
    waiting,
    /** Lets what was resolved run to its end. */
    settled,
    async answer(id: string) {
      waiting.get(id)?.resolve({ told: id })
      await settled()
    },
    /** Where a call of ours ends up. */
    follow(outcome: Promise<CallOutcome>) {
      const seen: CallOutcome[] = []
      outcome.then((value) => seen.push(value))
      return seen
    },
  }
}
