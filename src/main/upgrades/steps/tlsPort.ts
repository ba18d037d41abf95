import { done, type Facts, type Move, type Step, stuck, wait } from '../facts'

/** This computer listens with TLS, and shows a certificate for the very name by which the station reaches it. */
export function tlsPort({ phase, data }: Step, { online, secureUrl }: Facts): Move {
  if (phase === 'tried') {
    const { problem, url = '' } = data
    return problem === undefined ? done({ url }) : stuck('tls-not-reachable')
  }
  // By which name it reaches this computer shows only while it is connected.
  if (!online) return wait('offline')
  return secureUrl === null ? stuck('no-tls-port') : { do: 'probe', url: secureUrl }
}
