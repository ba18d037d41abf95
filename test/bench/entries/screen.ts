import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '@shared/contract'
import { WebSocket } from 'ws'
import type { WatchAnswer, WatchRequest } from '../messages'
import { serveParent } from '../serveParent'

// A screen without a picture: it holds the feeds that the console holds, and counts what comes.
const link = process.argv[2] ?? ''
const counts = new Map<string, number>()
let bytes = 0
const opened = open()

serveParent<WatchRequest, WatchAnswer>(async ({ seconds }) => {
  await opened
  counts.clear()
  bytes = 0
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
  const busiestFirst = [...counts].sort(([, a], [, b]) => b - a)
  return {
    eventsPerSecond: Object.fromEntries(busiestFirst.map(([name, count]) => [name, count / seconds])),
    bytesPerSecond: bytes / seconds,
  }
})

async function open(): Promise<void> {
  const response = await fetch(link)
  const cookie = response.headers.get('set-cookie')?.split(';', 1)[0]
  if (cookie === undefined) throw new Error(`the console was not opened: ${response.status}`)
  const socket = new WebSocket(`ws://${new URL(link).host}/rpc`, { headers: { cookie } })
  socket.on('message', (data: Buffer) => {
    bytes += data.length
  })
  const client: ContractRouterClient<Contract> = createORPCClient(
    new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }),
  )
  const feeds = {
    site: await client.site.watch(),
    revisions: await client.site.revisions(),
    stations: await client.stations.watch(),
    'running sessions': await client.sessions.watchRunning(),
  }
  for (const [name, feed] of Object.entries(feeds)) void count(name, feed)
}

async function count(name: string, feed: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of feed) counts.set(name, (counts.get(name) ?? 0) + 1)
}
