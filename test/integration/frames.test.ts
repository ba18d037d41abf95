import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
    expect(answer).toMatchObject({
      direction: 'in',
      kind: 'result',
      action,
      latencyMs: 40,
      counterpartId: question?.id,
    })
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

describe('the live log', () => {
  it('holds no secret of a real exchange, neither in what is shown nor in its file nor in a bundle', async () => {
    const { raw, stationId } = await charger('ocpp1.6')
    await site.client.cards.enrol({ token: '04A1B2C3', holder: 'Ann' })
    const secrets = ['hunter-2-hunter', 'wordInALink', 'vendorSaidThis', 'brokenOffHere']
    await raw.ask('Authorize', { idTag: '04A1B2C3' })
    await raw.call('DataTransfer', { vendorId: 'v', data: `{"password":"${secrets[2]}"}` })
    raw.send(`[2,"x","DataTransfer",{"vendorId":"v","password":"${secrets[3]}`)
    const payload = { key: 'AuthorizationKey', value: secrets[0] }
    const asked = site.client.commands.sendAction({ stationId, action: 'ChangeConfiguration', payload })
    await raw.obey({ status: 'Accepted' })
    await asked
    const location = `ftp://me:${secrets[1]}@127.0.0.1/logs`
    const logs = site.client.commands.sendAction({ stationId, action: 'GetDiagnostics', payload: { location } })
    await raw.obey({})
    await logs
    const frames = await found()
    expect(frames.filter(({ hidden }) => hidden).map(({ action }) => action)).toEqual([
      'DataTransfer',
      null,
      'ChangeConfiguration',
      'GetDiagnostics',
    ])
    const whole = await Promise.all(frames.map(({ id }) => site.client.frames.get({ frameId: id })))
    const bundle = await collect({})
    const withoutCards = await collect({ hideCards: true })
    // What SQLite has not copied into the file yet stands in its journal.
    const written = ['frames.db', 'frames.db-wal'].map((name) => readFileSync(path.join(site.folder, name), 'latin1'))
    for (const secret of secrets)
      for (const text of [JSON.stringify(frames), JSON.stringify(whole), bundle, withoutCards, ...written])
        expect(text).not.toContain(secret)
    expect(bundle).toContain('04A1B2C3')
    expect(withoutCards).not.toContain('04A1B2C3')
    expect(withoutCards).toContain('"idTag":"card-1"')
    const lines = bundle
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; id?: number })
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['bundle', 'site', 'station', 'live-log', 'frame']))
    const ids = lines.filter(({ kind }) => kind === 'frame').map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(frames.map(({ id }) => id)))
  })

  it('shows frames to a watcher as they come, and again when they are answered', async () => {
    const { raw, stationId } = await charger('ocpp2.0.1', { frames: { handOverMs: 5 } })
    const feed = await site.client.frames.watch({ stationId, action: 'TriggerMessage', limit: 5 })
    expect(await next(feed)).toEqual({ entries: [], skipped: 0 })
    const payload = { requestedMessage: 'Heartbeat' }
    const asked = site.client.commands.sendAction({ stationId, action: 'TriggerMessage', payload })
    const [, id] = await raw.next()
    const question = (await next(feed)).entries[0]
    expect(question).toMatchObject({ kind: 'call', messageId: id, latencyMs: null })
    raw.send([3, id, { status: 'Accepted' }])
    await asked
    const answered = (await next(feed)).entries
    expect(answered).toMatchObject([
      { kind: 'result', counterpartId: question?.id },
      { id: question?.id, latencyMs: expect.any(Number) },
    ])
    await feed.return?.(undefined)
  })

  it('sends a watcher that was busy the newest, and the number of the others', async () => {
    const { raw, stationId } = await charger('ocpp2.0.1', { frames: { handOverMs: 5 } })
    const feed = await site.client.frames.watch({ stationId, direction: 'in', action: 'Heartbeat', limit: 3 })
    await feed.next()
    for (let beat = 0; beat < 10; beat++) await raw.ask('Heartbeat', {}, `beat-${beat}`)
    // All ten are stored before the feed is read on: a question comes after everything that was noted.
    expect(await found({ action: 'Heartbeat', direction: 'in' })).toHaveLength(10)
    let skipped = 0
    const seen = new Set<string | null>()
    while (!seen.has('beat-9')) {
      const event = await next(feed)
      skipped += event.skipped
      // One that was sent before may come again with its answer.
      const fresh = event.entries.filter(({ messageId }) => !seen.has(messageId))
      expect(fresh.length).toBeLessThanOrEqual(3)
      for (const { messageId } of fresh) seen.add(messageId)
    }
    expect(seen.size + skipped).toBe(10)
    await feed.return?.(undefined)
  })

  it('may fail without the chargers noticing', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'chargehand-test-'))
    // A folder where the file belongs: nothing can be opened there.
    mkdirSync(path.join(folder, 'frames.db'))
    const { raw } = await charger('ocpp2.0.1', { folder, frames: { handOverMs: 5 } })
    const states = await site.client.frames.state()
    let state = await next(states)
    while (state.kind !== 'troubled') state = await next(states)
    expect(state).toMatchObject({ frames: 0, missing: expect.any(Number) })
    expect(await raw.ask('Authorize', authorizeOf('ocpp2.0.1'))).toBeDefined()
    await expect(site.client.frames.find({})).rejects.toMatchObject({ code: 'LIVE_LOG_UNAVAILABLE' })
    await states.return?.(undefined)
  })
})

async function collect(input: Parameters<TestSite['client']['frames']['export']>[0]): Promise<string> {
  let text = ''
  for await (const part of await site.client.frames.export(input)) text += part.text
  return text
}

/** The next event of a feed that goes on. */
async function next<Event>(feed: AsyncIterator<Event>): Promise<Event> {
  const { done, value } = await feed.next()
  if (done) throw new Error('the feed has ended')
  return value
}
