import type { ClientLink } from '@orpc/client'
import { createRouterClient, ORPCError } from '@orpc/server'
import { backOff } from '@renderer/link/backOff'
import type { Connection } from '@renderer/link/connection'
import { FEED_GRACE_MS, FeedHub } from '@renderer/link/feedHub'
import { feeds } from '@renderer/link/feeds'
import { LinkLostError, LockedOutError } from '@renderer/link/linkLost'
import { LinkStateHolder } from '@renderer/link/linkState'
import { keyedFeed, reduceFeed } from '@renderer/link/liveSource'
import { socketAddress } from '@renderer/link/openSocket'
import { reconnectingLink } from '@renderer/link/reconnectingLink'
import type { FeedEvent } from '@shared/contract/feed'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeRouter } from '../../support/fakeRouter'
import { FakeSite } from '../../support/fakeSite/FakeSite'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('reduceFeed', () => {
  const one = { id: 1, name: 'one' }
  const two = { id: 2, name: 'two' }
  const snapshot = reduceFeed<typeof one>(undefined, { type: 'snapshot', entries: [one, two] })

  it('keeps what did not change as the same objects', () => {
    const after = reduceFeed(snapshot, { type: 'changes', changed: [{ id: 2, name: 'other' }], removed: [] })
    expect(after.byId.get(1)).toBe(one)
    expect(after.list).toEqual([one, { id: 2, name: 'other' }])
    expect(snapshot.list).toEqual([one, two])
  })

  it('removes and adds', () => {
    const after = reduceFeed(snapshot, { type: 'changes', changed: [{ id: 3, name: 'three' }], removed: [1, 99] })
    expect(after.list.map(({ id }) => id)).toEqual([2, 3])
  })

  it('forgets everything older with a new snapshot', () => {
    expect(reduceFeed(snapshot, { type: 'snapshot', entries: [two] }).list).toEqual([two])
  })
})

describe('FeedHub', () => {
  const setUp = () => {
    const fake = new FakeSite('busy', Date.UTC(2031, 0, 1))
    const link = new LinkStateHolder('open')
    return { fake, link, hub: new FeedHub(createRouterClient(fakeRouter(fake)), link) }
  }
  const settle = () => vi.advanceTimersByTimeAsync(0)

  it('shares one subscription, and closes it some time after the last watcher left', async () => {
    const { fake, hub } = setUp()
    const stations = hub.of(feeds.stations)
    expect(stations.read().state).toBe('loading')
    const leave = [stations.watch(() => {}), hub.of(feeds.stations).watch(() => {})]
    await settle()
    expect(fake.stations.readers).toBe(1)
    expect(stations.read().data?.list).toHaveLength(9)

    for (const go of leave) go()
    await vi.advanceTimersByTimeAsync(FEED_GRACE_MS - 1)
    expect(fake.stations.readers).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(fake.stations.readers).toBe(0)
    expect(stations.read().state).toBe('loading')
  })

  it('stays open when a page is left for another that watches the same', async () => {
    const { fake, hub } = setUp()
    const stations = hub.of(feeds.stations)
    stations.watch(() => {})()
    await vi.advanceTimersByTimeAsync(FEED_GRACE_MS / 2)
    stations.watch(() => {})
    await vi.advanceTimersByTimeAsync(FEED_GRACE_MS * 2)
    expect(fake.stations.readers).toBe(1)
  })

  it('tells its watchers of every change', async () => {
    const { fake, hub } = setUp()
    const cards = hub.of(feeds.unknownCards)
    const seen = vi.fn()
    cards.watch(seen)
    await settle()
    expect(seen).toHaveBeenCalledTimes(1)
    fake.unknownCards.remove(1)
    await settle()
    expect(seen).toHaveBeenCalledTimes(2)
    expect(cards.read().data?.list).toEqual([])
  })

  it('keeps the last known while the link is lost, and takes a new snapshot when it is back', async () => {
    const { fake, link, hub } = setUp()
    const cards = hub.of(feeds.unknownCards)
    cards.watch(() => {})
    await settle()
    link.set('lost')
    expect(cards.read()).toMatchObject({ state: 'ready' })
    fake.unknownCards.remove(1)
    link.set('open')
    await settle()
    expect(cards.read().data?.list).toEqual([])
    expect(fake.unknownCards.readers).toBe(1)
  })

  it('fails with the error of the server, and works again on retry', async () => {
    const { hub } = setUp()
    let broken = true
    async function* mended(): AsyncGenerator<FeedEvent<{ id: number }>> {
      if (broken) throw new ORPCError('INTERNAL')
      yield { type: 'snapshot', entries: [{ id: 1 }] }
      await new Promise(() => {})
    }
    const source = keyedFeed('mended', async () => mended())
    const feed = hub.of(source)
    feed.watch(() => {})
    await settle()
    expect(feed.read()).toMatchObject({ state: 'failed', error: { code: 'INTERNAL' } })
    broken = false
    feed.open()
    await settle()
    expect(feed.read()).toMatchObject({ state: 'ready', data: { list: [{ id: 1 }] } })
  })

  it('closes every feed with itself', async () => {
    const { fake, hub } = setUp()
    hub.of(feeds.stations).watch(() => {})
    hub.of(feeds.requests).watch(() => {})
    await settle()
    hub.close()
    await settle()
    expect(fake.stations.readers + fake.requests.readers).toBe(0)
  })
})

describe('reconnectingLink', () => {
  /** A way to the server that the test opens and closes. */
  const wayOf = (call: ClientLink<Record<never, never>>['call']) => {
    let end = () => {}
    const closed = new Promise<void>((resolve) => {
      end = resolve
    })
    const connection: Connection = { link: { call }, closed, close: end }
    return { connection, end }
  }
  const options = { context: {} }

  it('lets the first calls wait for the first connection', async () => {
    const { connection } = wayOf(async (path) => path.join('.'))
    const link = reconnectingLink(async () => connection)
    await expect(link.link.call(['site', 'watch'], undefined, options)).resolves.toBe('site.watch')
    expect(link.state.read().state).toBe('open')
    link.close()
  })

  it('fails calls at once while the link is lost, and comes back by itself', async () => {
    const first = wayOf(async () => 'first')
    const second = wayOf(async () => 'second')
    const connect = vi.fn(async () => first.connection)
    const link = reconnectingLink(connect)
    await vi.advanceTimersByTimeAsync(0)

    connect.mockImplementation(async () => second.connection)
    first.end()
    await vi.advanceTimersByTimeAsync(0)
    expect(link.state.read().state).toBe('lost')
    await expect(link.link.call(['x'], undefined, options)).rejects.toBeInstanceOf(LinkLostError)

    await vi.advanceTimersByTimeAsync(backOff(0))
    expect(link.state.read().state).toBe('open')
    await expect(link.link.call(['x'], undefined, options)).resolves.toBe('second')
    link.close()
  })

  it('says when the server answers and wants its link again, and comes back once it was given', async () => {
    const first = wayOf(async () => 'first')
    const second = wayOf(async () => 'second')
    const connect = vi.fn(async () => first.connection)
    const link = reconnectingLink(connect)
    await vi.advanceTimersByTimeAsync(0)

    connect.mockImplementation(async () => Promise.reject(new LockedOutError()))
    first.end()
    await vi.advanceTimersByTimeAsync(backOff(0))
    expect(link.state.read().state).toBe('locked-out')
    await expect(link.link.call(['x'], undefined, options)).rejects.toBeInstanceOf(LinkLostError)

    connect.mockImplementation(async () => second.connection)
    await vi.advanceTimersByTimeAsync(backOff(1))
    expect(link.state.read().state).toBe('open')
    link.close()
  })

  it('makes a call that the loss cut off a lost link, not a fault', async () => {
    let cutOff = (_reason: Error) => {}
    const way = wayOf(
      () =>
        new Promise((_resolve, reject) => {
          cutOff = reject
        }),
    )
    const link = reconnectingLink(async () => way.connection)
    await vi.advanceTimersByTimeAsync(0)
    const answer = expect(link.link.call(['x'], undefined, options)).rejects.toBeInstanceOf(LinkLostError)
    way.end()
    await vi.advanceTimersByTimeAsync(0)
    cutOff(new Error('closed'))
    await answer
    link.close()
  })

  it('waits longer with every failed attempt, and not at all when told to try', async () => {
    const connect = vi.fn(async (): Promise<Connection> => Promise.reject(new Error('no')))
    const link = reconnectingLink(connect)
    await vi.advanceTimersByTimeAsync(0)
    expect(connect).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(backOff(0))
    expect(connect).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(backOff(1) - 1)
    expect(connect).toHaveBeenCalledTimes(2)
    link.tryNow()
    await vi.advanceTimersByTimeAsync(0)
    expect(connect).toHaveBeenCalledTimes(3)
    link.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(connect).toHaveBeenCalledTimes(3)
  })

  it('never waits longer than five seconds', () => {
    expect([0, 1, 2, 3, 4, 5, 500].map(backOff)).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000])
  })
})

describe('socketAddress', () => {
  it('stands beside the page', () => {
    expect(socketAddress('http://localhost:8080/#/cards')).toBe('ws://localhost:8080/rpc')
    expect(socketAddress('https://site.example/console/?x=1#/')).toBe('wss://site.example/console/rpc')
  })
})
