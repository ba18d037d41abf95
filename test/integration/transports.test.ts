import { setImmediate as nextTurn } from 'node:timers/promises'
import { ORPCError } from '@orpc/client'
import type { FeedEvent } from '@shared/contract/feed'
import type { Station } from '@shared/contract/stations'
import { errors as words } from '@shared/words/en/errors'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventually } from '../support/eventually'
import { createProbe, type Probe, SECRET } from '../support/probeRouter'
import { type OpenTransport, type SiteClient, TRANSPORTS } from '../support/transports'

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (value) => {
      throw new Error(`answered ${JSON.stringify(value)}`)
    },
    (error) => error,
  )
}

async function next(feed: AsyncIterator<FeedEvent<Station>>): Promise<FeedEvent<Station>> {
  const { value, done } = await feed.next()
  if (done) throw new Error('the feed has ended')
  return value
}

const labels = (event: FeedEvent<Station>) =>
  (event.type === 'snapshot' ? event.entries : event.changed).map(({ label }) => label)

describe.each(TRANSPORTS)('the contract %s', (name, open) => {
  let probe: Probe
  let transport: OpenTransport
  let client: SiteClient

  beforeEach(async () => {
    probe = createProbe()
    transport = await open(probe.router)
    client = await transport.connect()
  })
  afterEach(async () => {
    await transport.close()
    // Whatever a test left open, the end of its connection ended it on the server.
    if (transport.cut) await eventually(() => expect(probe.openFeeds()).toBe(0))
  })

  it('answers a call, in somebody’s name', async () => {
    await expect(client.stations.register({ identity: 'CP_1', label: 'By the gate' })).resolves.toEqual({
      kind: 'registered',
      stationId: 1,
    })
    expect(probe.actor()).toMatch(/^(console|script)$/)
    // A refusal is a value, not an error.
    await expect(client.stations.register({ identity: 'CP_1' })).resolves.toMatchObject({ kind: 'already-known' })
  })

  it('keeps numbers and booleans what they are', async () => {
    await expect(client.cards.find({ blocked: true, limit: 7, before: 5 })).resolves.toEqual({
      entries: [],
      next: 5,
      total: 7,
    })
    await expect(client.cards.find({ blocked: false })).resolves.toMatchObject({ total: 0, next: null })
  })

  it('refuses bad input before it reaches the service', async () => {
    const failure = await failureOf(client.stations.register({ identity: 'a/b' }))
    expect(failure).toBeInstanceOf(ORPCError)
    expect(failure).toMatchObject({ code: 'BAD_REQUEST', status: 400 })
    expect((failure as ORPCError<'BAD_REQUEST', { issues: object[] }>).data.issues[0]).toMatchObject({
      path: ['identity'],
    })
    expect(probe.actor()).toBeNull()
  })

  it('carries a typed error with its data, thrown either way', async () => {
    for (const [call, station] of [
      [client.stations.admit({ stationId: 1 }), 7],
      [client.stations.refuse({ stationId: 1 }), 8],
    ] as const) {
      expect(await failureOf(call)).toMatchObject({
        code: 'UNKNOWN_STATION',
        status: 404,
        defined: true,
        message: words.UNKNOWN_STATION,
        data: { station },
      })
    }
  })

  it('says no more of a fault than that there was one', async () => {
    const failure = await failureOf(client.requests.get({ requestId: 1 }))
    expect(failure).toMatchObject({ code: 'INTERNAL', status: 500, message: words.INTERNAL })
    expect(JSON.stringify(failure)).not.toContain(SECRET)
  })

  it('feeds a snapshot first and then what changed', async () => {
    probe.change(1, 'one')
    const feed = await client.stations.watch()
    expect(await next(feed)).toMatchObject({ type: 'snapshot', entries: [{ id: 1, label: 'one' }] })
    probe.change(2, 'two')
    expect(await next(feed)).toMatchObject({ type: 'changes', changed: [{ id: 2, label: 'two' }], removed: [] })
    await feed.return?.(undefined)
  })

  it('answers calls while a feed is open', async () => {
    const feed = await client.stations.watch()
    await next(feed)
    await client.stations.update({ stationId: 3, label: 'three' })
    expect(labels(await next(feed))).toEqual(['three'])
    await feed.return?.(undefined)
  })

  it('ends a feed on the server when its reader breaks off', async () => {
    const reading = async () => {
      for await (const event of await client.stations.watch()) if (event.type === 'changes') break
    }
    const done = reading()
    await eventually(() => expect(probe.openFeeds()).toBe(1))
    probe.change(1, 'x')
    await done
    await eventually(() => expect(probe.openFeeds()).toBe(0))
  })

  it('ends a feed on the server when it is cancelled while nothing happens', async () => {
    const cancel = new AbortController()
    const feed = await client.stations.watch(undefined, { signal: cancel.signal })
    await next(feed)
    const waiting = feed.next().catch(() => 'ended')
    await eventually(() => expect(probe.openFeeds()).toBe(1))
    cancel.abort()
    await waiting
    await eventually(() => expect(probe.openFeeds()).toBe(0))
  })

  it('gives a call up on both sides when its time is over', async () => {
    const time = new AbortController()
    const call = failureOf(client.site.setUp({ siteName: 'a', organisation: 'b' }, { signal: time.signal }))
    await eventually(() => expect(probe.endlessCall()).toBe('running'))
    time.abort(new DOMException('its time is over', 'TimeoutError'))
    expect(await call).toBeInstanceOf(Error)
    await eventually(() => expect(probe.endlessCall()).toBe('given up'))
    // The way itself is as good as before.
    await expect(client.stations.register({ identity: 'CP_1' })).resolves.toMatchObject({ kind: 'registered' })
  })

  // In one process there is no connection that could die.
  const connected = name === 'in process' ? [] : ['connection']
  it.each(connected)(
    'ends feeds and calls on both sides when the %s dies, and a new one begins with the newest',
    async () => {
      const { cut } = transport
      if (cut === null) throw new Error('this way has a connection and can not be cut')
      probe.change(1, 'before')
      const feed = await client.stations.watch()
      await next(feed)
      const feedEnd = failureOf(feed.next())
      const call = failureOf(client.site.setUp({ siteName: 'a', organisation: 'b' }))
      await eventually(() => expect(probe.endlessCall()).toBe('running'))

      cut()
      expect(await feedEnd).toBeInstanceOf(Error)
      expect(await call).toBeInstanceOf(Error)
      await eventually(() => expect(probe.endlessCall()).toBe('given up'))
      await eventually(() => expect(probe.openFeeds()).toBe(0))

      probe.change(1, 'meanwhile')
      const again = await transport.connect()
      const second = await again.stations.watch()
      expect(labels(await next(second))).toEqual(['meanwhile'])
      await second.return?.(undefined)
    },
  )

  // A message port has no buffers that could be full: there the ten states a second of a feed are the bound.
  const buffered = name === 'over a message port' ? [] : ['reader']
  it.each(buffered)('gives a slow %s the newest state, not a backlog', async () => {
    const { clog } = transport
    if (clog === null) throw new Error('this way has buffers and can not be clogged')
    const CHANGES = 200
    // Large enough that a backlog of all of them (50 MB) does not fit into the buffers of any operating system.
    const bulk = 'x'.repeat(256 * 1024)
    const feed = await client.stations.watch()
    await next(feed)

    clog.stop()
    for (let number = 1; number <= CHANGES; number++) {
      probe.change(1, `${number} ${bulk}`)
      await nextTurn()
    }
    const yieldedWhileClogged = probe.yielded()
    clog.resume()

    const seen: number[] = []
    while (seen.at(-1) !== CHANGES) seen.push(Number.parseInt(labels(await next(feed))[0] ?? '', 10))
    expect(yieldedWhileClogged).toBeLessThan(CHANGES / 2)
    expect(seen.length).toBeLessThan(CHANGES / 2)
    expect(seen).toEqual([...seen].sort((one, other) => one - other))
    await feed.return?.(undefined)
  })
})
