import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { friendlyCharger } from '../support/friendlyCharger'
import { OFFICIAL, problemsOf } from '../support/officialSchemas'
import { matching } from '../support/schemaArbitrary'

const at = friendlyCharger()

const VERSIONS = ['1.6', '2.0.1', '2.1'] as const
type Version = (typeof VERSIONS)[number]

/** What a server has to say beyond an empty answer. */
const ANSWERS: Readonly<Record<string, object>> = {
  DataTransfer: { status: 'UnknownVendorId' },
  Get15118EVCertificate: { status: 'Failed', exiResponse: '' },
  GetCertificateStatus: { status: 'Failed' },
  GetCertificateChainStatus: {
    certificateStatus: [
      {
        certificateHashData: { hashAlgorithm: 'SHA256', issuerNameHash: '0', issuerKeyHash: '0', serialNumber: '1' },
        source: 'OCSP',
        status: 'Unknown',
        nextUpdate: '2030-01-01T00:00:00Z',
      },
    ],
  },
  NotifyEVChargingNeeds: { status: 'Rejected' },
  NotifyEVChargingSchedule: { status: 'Accepted' },
  OpenPeriodicEventStream: { status: 'Accepted' },
  PullDynamicScheduleUpdate: { status: 'Rejected' },
  VatNumberValidation: { status: 'Rejected', vatNumber: 'DE123456789' },
}

function answerAll() {
  for (const [action, answer] of Object.entries(ANSWERS)) at.server.on(action, () => answer)
}

/** Everything that came in, against the official schemas. */
function problems(version: Version) {
  const calls = at.server.calls.flatMap(({ action, payload }) => problemsOf(version, `${action}Request`, payload))
  return [...calls, ...at.server.sends.flatMap(({ action, payload }) => problemsOf(version, action, payload))]
}

/** Requests of a version that the charger does not send: so they are the server's. DataTransfer goes both ways. */
function commandsOf(version: Version, sent: readonly string[]) {
  const all = Object.keys(OFFICIAL[version]).filter((name) => name.endsWith('Request'))
  return all
    .map((name) => name.slice(0, -'Request'.length))
    .filter((action) => action === 'DataTransfer' || !sent.includes(action))
}

describe.each(VERSIONS)('%s', (version) => {
  test('every message a charger can send fits its schema', async () => {
    answerAll()
    await at.ready({ version })
    for (const withSession of [false, true]) {
      if (withSession) await at.charger.presentCard(1, { value: 'AA12345', type: 'ISO14443' })
      for (const action of at.charger.messages) {
        const outcome = await at.charger.notify(action)
        expect([action, outcome.kind]).toEqual([
          action,
          action === 'NotifyPeriodicEventStream' ? 'unconfirmed' : 'answered',
        ])
      }
    }
    await at.server.untilTrue(() => version !== '2.1' || at.server.sends.length === 2)
    expect(problems(version)).toEqual([])
    const came = new Set([...at.server.calls, ...at.server.sends].map(({ action }) => action))
    expect(at.charger.messages.filter((action) => !came.has(action))).toEqual([])
    expect(at.charger.history.filter(({ kind }) => kind === 'violation')).toEqual([])
  })

  test('a message that would not fit is not sent', async () => {
    await at.ready({ version })
    await expect(at.charger.notify('Heartbeat', { extra: 1 })).rejects.toThrow('does not fit its schema')
    await expect(at.charger.notify('FlyAway')).rejects.toThrow('not sent by a charger')
  })

  test('every command is answered, and whatever follows fits the schemas too', async () => {
    answerAll()
    await at.ready({ version, evses: 2, messageAttemptSeconds: 1 })
    await at.charger.presentCard(1, { value: 'AA12345', type: 'ISO14443' })
    // A reset hangs up: it has tests of its own.
    const commands = commandsOf(version, at.charger.messages).filter((action) => action !== 'Reset')
    expect(commands.length).toBeGreaterThan(20)
    for (const action of commands) {
      const payloads = fc.sample(matching(OFFICIAL[version][`${action}Request`]), { numRuns: 12, seed: 7 })
      for (const payload of payloads) {
        const [type, , answer] = await at.server.command(action, nowhere(payload as object))
        expect([action, type]).toEqual([action, 3])
        expect(problemsOf(version, `${action}Response`, answer)).toEqual([])
      }
    }
    expect((await at.charger.heartbeat()).kind).toBe('answered')
    expect(problems(version)).toEqual([])
  })
})

/** Addresses in commands lead to a port where nobody listens; limits have the one decimal that 1.6 allows. */
function nowhere(payload: object): object {
  const text = JSON.stringify(payload, (key, value) => {
    if (['location', 'remoteLocation', 'ocppCsmsUrl'].includes(key)) return 'http://127.0.0.1:1/file'
    return ['limit', 'minChargingRate'].includes(key) && typeof value === 'number' ? Math.trunc(value) : value
  })
  return JSON.parse(text)
}
