import { performance } from 'node:perf_hooks'
import type { StormAnswer, StormRequest } from '../messages'
import { stationIdentity } from '../population'
import { bootCalls } from './calls'
import { openRawCharger, type RawCharger } from './rawCharger'
import { isCall, refusalOf } from './refusal'
import { tlsClients } from './tlsClients'

/** Connections that are being opened at the same time: as many as a listener's backlog holds without loss. */
const OPENED_AT_ONCE = 200

/** Chargers that lose their connections all at once and come back, as after a power cut of the site. */
export interface Storm {
  /** Resolves when everybody is connected again and has the answers to its boot and its connector's state. */
  strike(): Promise<StormAnswer>
  close(): void
}

export function createStorm({ url, chargers, tls }: StormRequest): Storm {
  const clientOf = tls === undefined ? null : tlsClients(tls)
  let crew: RawCharger[] = []

  const comeBack = (index: number) =>
    new Promise<RawCharger>((resolve, reject) => {
      const calls = [...bootCalls(index)]
      let charger: RawCharger | undefined
      let said = ''
      const sayNext = () => {
        const call = calls.shift()
        if (call === undefined) {
          if (charger) resolve(charger)
          return
        }
        said = call
        charger?.send(call)
      }
      const hear = (text: Buffer) => {
        // A central system may ask something of its own accord, such as what the charger's list of cards holds; what
        // a bare server sends back is what was said.
        if (isCall(text) && text.toString() !== said) charger?.send(refusalOf(text))
        else sayNext()
      }
      openRawCharger({
        url,
        identity: stationIdentity(index),
        protocol: 'ocpp2.0.1',
        secureContext: clientOf?.(index),
        onText: hear,
        onLost: (reason) => reject(new Error(reason)),
      }).then((opened) => {
        charger = opened
        sayNext()
      }, reject)
    })

  return {
    async strike() {
      for (const charger of crew) charger.close()
      const started = performance.now()
      let next = 0
      const back: RawCharger[] = []
      const worker = async () => {
        while (next < chargers) back.push(await comeBack(next++))
      }
      await Promise.all(Array.from({ length: Math.min(OPENED_AT_ONCE, chargers) }, worker))
      crew = back
      return { seconds: (performance.now() - started) / 1_000 }
    },
    close() {
      for (const charger of crew) charger.close()
      crew = []
    },
  }
}
