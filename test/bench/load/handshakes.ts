import { performance } from 'node:perf_hooks'
import { connect } from 'node:tls'
import type { HandshakesAnswer, HandshakesRequest } from '../messages'
import { tlsClients } from './tlsClients'

/** Handshakes that are under way at the same time. */
const AT_ONCE = 16

/** Whole mutual handshakes, one after the other on each of a few lanes, none of them resumed. */
export async function countHandshakes({ url, tls, seconds }: HandshakesRequest): Promise<HandshakesAnswer> {
  const { hostname: host, port } = new URL(url)
  const clientOf = tlsClients(tls)
  for (let index = 0; index < AT_ONCE; index++) clientOf(index)
  const shake = (index: number) =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ host, port: Number(port), secureContext: clientOf(index) }, () => {
        if (socket.isSessionReused()) reject(new Error('the handshake was resumed'))
        socket.off('error', reject)
        socket.on('error', () => {})
        socket.destroy()
        resolve()
      })
      socket.once('error', reject)
    })
  let handshakes = 0
  const started = performance.now()
  const utilization = performance.eventLoopUtilization()
  const until = started + seconds * 1_000
  const lane = async (index: number) => {
    while (performance.now() < until) {
      await shake(index)
      handshakes += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => lane(index)))
  return {
    handshakes,
    seconds: (performance.now() - started) / 1_000,
    busy: performance.eventLoopUtilization(utilization).utilization,
  }
}
