import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Protocol } from '@shared/ocpp/station'
import { afterEach, describe, expect, it } from 'vitest'
import { authorizeOf, bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite, type TestSiteOptions } from '../support/testSite'

let site: TestSite
afterEach(() => site.close())

async function charger(protocol: Protocol, options: TestSiteOptions = {}) {
  site = await openTestSite(options)
  const registered = await site.client.stations.register({ identity: 'CP_1' })
  const raw = await RawCharger.connect(site.url, 'CP_1', protocol)
  await raw.ask('BootNotification', bootOf(protocol))
  return { raw, stationId: registered.stationId }
}

/** The frames that match, oldest first. */
async function found(filter: Parameters<TestSite['client']['frames']['find']>[0] = {}) {
  const { entries } = await site.client.frames.find(filter)
  return entries.toReversed()
}

describe.each(['ocpp1.6', 'ocpp2.0.1', 'ocpp2.1'] as const)('the live log at %s', (protocol) => {
  it('links questions and answers of both directions, with their latency', async () => {
    let now = 1_700_000_000_000
    const { raw, stationId } = await charger(protocol, { clock: () => now })
    const asked = site.client.commands.send({ stationId, command: { name: 'clear-cache', input: {} } })
    const [, id, action] = await raw.next()
    now += 40
    raw.send([3, id, { status: 'Accepted' }])
    await asked
    await raw.ask('Heartbeat', {}, 'hb-1')
    const frames = await found({ stationId })
    const [question, answer] = frames.filter((frame) => frame.messageId === id)
    expect(question).toMatchObject({ direction: 'out', kind: 'call', action, latencyMs: 40, problem: null })
    expect(answer).toMatchObject({ direction: 'in', kind: 'result', action, latencyMs: 40, counterpartId: question?.id })
    expect(question?.counterpartId).toBe(answer?.id)
    const [beat, reply] = frames.filter((frame) => frame.messageId === 'hb-1')
    expect(beat).toMatchObject({ direction: 'in', action: 'Heartbeat', latencyMs: 0, excerpt: '{}' })
    expect(reply).toMatchObject({ direction: 'out', action: 'Heartbeat', counterpartId: beat?.id })
    expect(reply?.excerpt).toMatch(/^\{"currentTime"/)
    expect(await site.client.frames.get({ frameId: beat?.id ?? 0 })).toMatchObject({
      kind: 'found',
      frame: { stationIdentity: 'CP_1', text: '[\n  2,\n  "hb-1",\n  "Heartbeat",\n  {}\n]', cut: false },
      counterpart: { id: reply?.id },
    })
  })

  it('shows what is wrong beside the frame', async () => {
    const { raw } = await charger(protocol)
    await raw.call('Heartbeat', { extra: 7, more: null, wrong: 'x'.repeat(10) }, 'odd')
    await raw.call('NoSuchAction', {}, 'unknown')
    raw.send('{ no frame')
    raw.send([3, 'nobody-asked', {}])
    await raw.ask('Heartbeat', {}, 'last')
    const frames = await found({ problems: true })
    expect(frames.filter(({ messageId }) => messageId === 'unknown')).toMatchObject([
      { direction: 'in', kind: 'call', problem: 'refused', detail: expect.stringContaining('NotImplemented') },
      { direction: 'out', kind: 'error', action: 'NoSuchAction', problem: 'refused' },
    ])
    expect(frames.find(({ kind }) => kind === 'unreadable')).toMatchObject({ problem: 'invalid', detail: 'unreadable' })
    expect(frames.find(({ messageId }) => messageId === 'nobody-asked')).toMatchObject({ problem: 'unexpected' })
    expect(frames.map(({ messageId }) => messageId)).not.toContain('last')
  })
})
