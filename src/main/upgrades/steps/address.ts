import { done, type Facts, type Move, type Step, send, setting, stuck, wait } from '../facts'
import { byAnswer } from '../standing'

/** 1.6 has no word for the address; many makers have a configuration key for it, which is found by what it holds. */
export function address(step: Step, facts: Facts): Move {
  const { addressKeys, plainUrl, secureUrl } = facts
  const look = () => send('look', { kind: 'command', command: { name: 'report-variables', input: { report: 'full' } } })
  if (step.phase === 'write') {
    const { key = '', after = '' } = step.data
    return byAnswer(step, facts, () => send('write', setting('', key, after), step.data), { taken: () => done() })
  }
  const choose = (): Move => {
    // By which address it reaches this computer shows only while it is connected.
    if (plainUrl === null) return wait('offline')
    if (secureUrl === null) return stuck('no-tls-port')
    const own = theOne(addressKeys(), plainUrl, secureUrl)
    if (!own) return stuck('no-address-key', { url: secureUrl })
    const after = withSecureHost(own.value, secureUrl)
    if (after === own.value) return done()
    return send('write', setting('', own.key, after), { key: own.key, before: own.value, after, url: secureUrl })
  }
  return byAnswer(step, facts, look, { taken: choose, refused: choose, unsupported: choose, partly: choose })
}

/** The key that holds this site's address; the only one there is, where none does. */
function theOne(keys: ReturnType<Facts['addressKeys']>, plainUrl: string, secureUrl: string) {
  const hosts = [hostOf(plainUrl), hostOf(secureUrl)]
  const ours = keys.filter(({ value }) => hosts.includes(hostOf(value)))
  const found = ours.length > 0 ? ours : keys
  return found.length === 1 ? found[0] : undefined
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null
}

/** The same path, on the port with TLS. */
function withSecureHost(value: string, secureUrl: string): string {
  const path = /^wss?:\/\/[^/?#]*(.*)$/i.exec(value)?.[1] ?? ''
  return `${secureUrl}${path}`
}
