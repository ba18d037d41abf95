import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import type { TransferNews } from '@main/files/transfers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask } from '../support/ask'
import { bootOf, RawCharger } from '../support/rawCharger'
import { addFirmware, someBytes } from '../support/testFiles'
import { openTestSite, type TestSite, type TestSiteOptions } from '../support/testSite'

// Firmware and logs over real HTTP, on the port of the WebSockets.

let test: TestSite
let stationId: number
const sockets: Socket[] = []

const open = async (options: TestSiteOptions = {}) => {
  await test?.close()
  test = await openTestSite(options)
  const registered = await test.client.stations.register({ identity: 'CP_1' })
  stationId = registered.stationId
}
beforeEach(() => open())
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await test.close()
})

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const port = () => Number(new URL(test.url).port)
const folder = () => join(test.folder, 'files')
const uploadLink = async (site = test.site) =>
  (await site.files.ticketForUpload({ stationId, kind: 'diagnostics', requestId: 7 })).url
const logs = () => test.client.files.find({ group: 'logs' })
/** Sends these bytes as they are and gives all that comes back until the other side is done. */
const raw = async (text: string | Buffer, { end = false } = {}): Promise<string> => {
  const socket = connect(port(), '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => {})
  socket.write(text)
  if (end) socket.end()
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  await once(socket, 'close')
  return answer
}
const pathOf = (url: string) => new URL(url).pathname
const nextNews = () =>
  new Promise<TransferNews>((resolve) => {
    const stop = test.site.files.transfers.onNews((news) => {
      stop()
      resolve(news)
    })
  })

describe('a log', () => {
  it('is put over its link, kept with its digest, and read again in parts', async () => {
    const bytes = someBytes(300_000)
    const news = nextNews()
    const answer = await fetch(await uploadLink(), { method: 'PUT', body: bytes })
    expect([answer.status, await answer.text()]).toEqual([200, `Received: 300000 bytes, SHA-256 ${sha256(bytes)}.\n`])
    const { entries } = await logs()
    expect(entries).toMatchObject([
      { kind: 'diagnostics', size: 300_000, sha256: sha256(bytes), stationId, stationIdentity: 'CP_1', requestId: 7 },
    ])
    const fileId = entries[0]?.id ?? 0
    expect(await news).toMatchObject({ kind: 'received', stationId, requestId: 7, fileId, size: 300_000 })
    const parts: Buffer[] = []
    for await (const part of await test.client.files.read({ fileId })) {
      expect(part.offset).toBe(Buffer.concat(parts).length)
      parts.push(Buffer.from(part.data, 'base64'))
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true)
  })

  it.each([
    ['with a name after the slash', 'log 1.txt', 'log 1.txt'],
    ['with a path that climbs', '..%2f..%2f..%2fetc%2fpasswd', 'passwd'],
    ['with a Windows path that climbs', '..%5c..%5cboot.ini', 'boot.ini'],
    ['with a name of dots', '%2e%2e', null],
    ['with hidden characters', 'a%E2%80%AEb%00.log', 'a⟨U+202E⟩b⟨U+0000⟩.log'],
    ['with broken encoding', '100%.log', '100%.log'],
    ['with another slash at its end', 'x.log/', null],
  ])('may be put %s', async (_, added, name) => {
    const link = pathOf(await uploadLink())
    const answer = await ask(port(), `${link}${added.replaceAll(' ', '%20')}`, { method: 'POST', body: 'hello' })
    expect(answer.status).toBe(200)
    const { entries } = await logs()
    expect(entries[0]?.name).toEqual(name ?? expect.stringMatching(/^CP_1-diagnostics-/))
    expect(readdirSync(folder())).toHaveLength(1)
  })

  it('may be put with a name glued to the link, or without the slash at its end', async () => {
    const glued = pathOf(await uploadLink()).replace(/\/$/, 'diag.zip')
    expect((await ask(port(), glued, { method: 'PUT', body: 'one' })).status).toBe(200)
    const bare = pathOf(await uploadLink()).replace(/\/$/, '')
    expect((await ask(port(), bare, { method: 'PUT', body: 'two' })).status).toBe(200)
    expect((await logs()).entries.map(({ name, size }) => [name.startsWith('CP_1'), size])).toEqual([
      [true, 3],
      [false, 3],
    ])
  })

  it('may be put as a form, with fields around it', async () => {
    const bytes = someBytes(200_000)
    const form = new FormData()
    form.set('station', 'CP_1')
    form.set('file', new Blob([bytes]), '../../diag.tar.gz')
    form.set('second', new Blob(['x']), 'other.txt')
    const answer = await fetch(await uploadLink(), { method: 'POST', body: form })
    expect(answer.status).toBe(200)
    expect((await logs()).entries).toMatchObject([{ name: 'diag.tar.gz', size: 200_000, sha256: sha256(bytes) }])
  })

  it('is not kept when a form has no file, breaks off in the middle of it, or calls itself one and is none', async () => {
    const form = new FormData()
    form.set('station', 'CP_1')
    expect((await fetch(await uploadLink(), { method: 'POST', body: form })).status).toBe(400)

    const cut = '--B\r\nContent-Disposition: form-data; name="f"; filename="a.log"\r\n\r\nhalf of'
    const headers = { 'content-type': 'multipart/form-data; boundary=B' }
    expect((await ask(port(), pathOf(await uploadLink()), { method: 'POST', headers, body: cut })).status).toBe(400)
    expect((await logs()).total).toBe(0)

    const plain = { 'content-type': 'multipart/form-data' }
    expect(
      (await ask(port(), pathOf(await uploadLink()), { method: 'POST', headers: plain, body: 'log' })).status,
    ).toBe(200)
    expect((await logs()).entries).toMatchObject([{ size: 3 }])
    expect(readdirSync(folder())).toHaveLength(1)
  })

  it('that is too large is refused before it is read, and while it is read when nobody said so before', async () => {
    await open({ fileLimits: { logBytes: 100_000 } })
    const link = await uploadLink()
    const news = nextNews()
    const announced = await fetch(link, { method: 'PUT', body: someBytes(100_001) })
    expect([announced.status, await announced.text()]).toEqual([
      413,
      'The file is larger than 100000 bytes, so it was not kept.\n',
    ])
    expect(await news).toMatchObject({ kind: 'upload-failed', why: 'too-large' })
    const body = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 11; part++) controller.enqueue(someBytes(10_000))
        controller.close()
      },
    })
    const chunked = await fetch(link, { method: 'PUT', body, duplex: 'half' } as RequestInit)
    expect(chunked.status).toBe(413)
    expect(readdirSync(folder())).toEqual([])
    // The link is as good as before for one that fits.
    expect((await fetch(link, { method: 'PUT', body: someBytes(100_000) })).status).toBe(200)
  })

  it('that breaks off leaves nothing, and may be put again over the same link', async () => {
    const link = pathOf(await uploadLink())
    const news = nextNews()
    const socket = connect(port(), '127.0.0.1')
    sockets.push(socket)
    socket.write(`PUT ${link} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nonly this`)
    await expect.poll(() => readdirSync(folder()).length).toBe(1)
    socket.destroy()
    expect(await news).toMatchObject({ kind: 'upload-failed', why: 'broken-off', requestId: 7 })
    await expect.poll(() => readdirSync(folder())).toEqual([])
    expect((await ask(port(), link, { method: 'PUT', body: 'all of it' })).status).toBe(200)
    expect((await logs()).total).toBe(1)
  })

  it('with a length that is no number is not taken for a whole one', async () => {
    const link = pathOf(await uploadLink())
    expect(await raw(`PUT ${link} HTTP/1.1\r\nHost: x\r\nContent-Length: 12abc\r\n\r\nhello`)).toMatch(
      /^HTTP\/1.1 400 /,
    )
    const short = raw(`PUT ${link} HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nhello`, { end: true })
    await short
    expect((await logs()).total).toBe(0)
    expect((await ask(port(), link, { method: 'PUT', body: '' })).status).toBe(400)
  })

  it('that comes slowly is waited for', async () => {
    // A tenth of the time that all of it takes: nothing but the headers has to come within it.
    await open({ limits: { handshakeMs: 30 } })
    const socket = connect(port(), '127.0.0.1')
    sockets.push(socket)
    socket.write(
      `PUT ${pathOf(await uploadLink())} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nConnection: close\r\n\r\n`,
    )
    const answered = once(socket, 'data')
    for (const letter of 'slow!') {
      await new Promise((resolve) => setTimeout(resolve, 60))
      socket.write(letter)
    }
    expect(String(await answered)).toMatch(/^HTTP\/1.1 200 /)
  })

  it('that stands still is ended', async () => {
    await open({ fileLimits: { transferIdleMs: 100 } })
    const news = nextNews()
    const link = pathOf(await uploadLink())
    expect(await raw(`PUT ${link} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nno`)).not.toMatch(/200/)
    expect(await news).toMatchObject({ kind: 'upload-failed', why: 'broken-off' })
  })

  it('is taken from the newest of two tries', async () => {
    const link = pathOf(await uploadLink())
    const first = connect(port(), '127.0.0.1')
    sockets.push(first)
    first.on('error', () => {})
    const ended = once(first, 'close')
    first.write(`PUT ${link} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf`)
    await expect.poll(() => readdirSync(folder()).length).toBe(1)
    expect((await ask(port(), link, { method: 'PUT', body: 'whole' })).status).toBe(200)
    await ended
    expect((await logs()).entries).toMatchObject([{ size: 5 }])
    await expect.poll(() => readdirSync(folder()).length).toBe(1)
  })

  it('that is put again because its answer was lost gets the same answer; another one is refused', async () => {
    const link = await uploadLink()
    const first = await (await fetch(link, { method: 'PUT', body: 'the log' })).text()
    const again = await fetch(link, { method: 'PUT', body: 'the log' })
    expect([again.status, await again.text()]).toEqual([200, first])
    expect((await fetch(link, { method: 'PUT', body: 'another' })).status).toBe(409)
    expect((await fetch(link, { method: 'PUT', body: 'a longer one' })).status).toBe(409)
    expect((await logs()).total).toBe(1)
  })

  it('is refused with 507 where the disk has no room for the ledger beside it', async () => {
    await open({ fileLimits: { freeBytesKept: Number.MAX_SAFE_INTEGER } })
    const news = nextNews()
    const answer = await fetch(await uploadLink(), { method: 'PUT', body: 'log' })
    expect([answer.status, await answer.text()]).toEqual([
      507,
      'The disk of the central system has no room for the file, so it was not kept.\n',
    ])
    expect(await news).toMatchObject({ kind: 'upload-failed', why: 'no-room' })
    expect(await test.client.files.begin({ name: 'x', size: 1 })).toEqual({ kind: 'no-room', freeBytes: 0 })
    expect(readdirSync(folder())).toEqual([])
  })

  it('lets older ones of its station go when there are too many, and says so', async () => {
    await open({ fileLimits: { logsPerStation: 3, logBytesPerStation: 25 } })
    for (const body of ['aaaa', 'bbbb', 'cccc', 'dddd']) await fetch(await uploadLink(), { method: 'PUT', body })
    expect((await logs()).entries.map(({ size }) => size)).toEqual([4, 4, 4])
    await fetch(await uploadLink(), { method: 'PUT', body: 'e'.repeat(20) })
    expect((await logs()).entries.map(({ size }) => size)).toEqual([20, 4])
    expect(readdirSync(folder())).toHaveLength(2)
    const { entries } = await test.client.events.audit({})
    expect(entries.filter(({ action }) => action === 'log-dropped')).toHaveLength(3)
  })
})

describe('firmware', () => {
  const bytes = someBytes(300_000)
  const link = async (firmwareId: number) => test.site.files.ticketForDownload({ stationId, firmwareId, requestId: 9 })

  it('is fetched whole, in parts, and looked at with HEAD', async () => {
    const id = await addFirmware(test.client, bytes)
    const { url, ...facts } = await link(id)
    expect(facts).toMatchObject({ size: 300_000, sha256: sha256(bytes), version: '4.0', name: 'post-22 v4.bin' })
    expect(url).toMatch(/\/post-22_v4\.bin$/)
    const head = await fetch(url, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), head.headers.get('accept-ranges')]).toEqual([
      200,
      '300000',
      'bytes',
    ])
    const start = await fetch(url, { headers: { range: 'bytes=0-99999' } })
    expect([start.status, start.headers.get('content-range')]).toEqual([206, 'bytes 0-99999/300000'])
    const before = Buffer.from(await start.arrayBuffer())
    expect((await test.client.files.get({ fileId: id })).handedOut).toMatchObject([{ fetchedAt: null }])
    const news = nextNews()
    const rest = await fetch(url, { headers: { range: 'bytes=100000-' } })
    expect(rest.status).toBe(206)
    expect(Buffer.concat([before, Buffer.from(await rest.arrayBuffer())]).equals(bytes)).toBe(true)
    expect(await news).toMatchObject({ kind: 'fetched', stationId, requestId: 9, fileId: id })
    expect((await test.client.files.get({ fileId: id })).handedOut).toMatchObject([
      { stationIdentity: 'CP_1', fetchedAt: expect.any(Number) },
    ])
    const whole = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect(whole.equals(bytes)).toBe(true)
    const beyond = await fetch(url, { headers: { range: 'bytes=300000-' } })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */300000'])
  })

  it('of which the station took only a part is not taken for fetched', async () => {
    const fileId = await addFirmware(test.client, someBytes(30_000_000))
    const { url } = await link(fileId)
    const socket = connect(port(), '127.0.0.1')
    sockets.push(socket)
    socket.write(`GET ${pathOf(url)} HTTP/1.1\r\nHost: x\r\n\r\n`)
    await once(socket, 'data')
    socket.destroy()
    const spent = () => test.site.store.read.prepare('SELECT spent_bytes, done_at FROM ticket').get()
    await expect.poll(spent).not.toMatchObject({ spent_bytes: 0 })
    expect(spent()).toMatchObject({ done_at: null })
  })

  it('is given out only so often over one link', async () => {
    await open({ fileLimits: { downloadTimes: 2 } })
    const { url } = await link(await addFirmware(test.client, bytes))
    const status = async () => {
      const answer = await fetch(url)
      await answer.arrayBuffer()
      return answer.status
    }
    expect([await status(), await status()]).toEqual([200, 200])
    await expect.poll(status).toBe(404)
  })

  it('can not be put, and a log can not be fetched, over the other link', async () => {
    const { url } = await link(await addFirmware(test.client, bytes))
    const put = await fetch(url, { method: 'PUT', body: 'x' })
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    const get = await fetch(await uploadLink())
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'PUT, POST'])
  })

  it('is gone for every link when it is removed, and its bytes with it', async () => {
    const fileId = await addFirmware(test.client, bytes)
    const { url } = await link(fileId)
    expect(await test.client.files.remove({ fileId })).toEqual({ kind: 'removed' })
    expect(await test.client.files.remove({ fileId })).toEqual({ kind: 'already-gone' })
    expect((await fetch(url)).status).toBe(404)
    expect(readdirSync(folder())).toEqual([])
    await expect(test.client.files.get({ fileId })).rejects.toMatchObject({ code: 'UNKNOWN_FILE' })
  })
})

describe('a link', () => {
  it('that is guessed, malformed or wrong in one character leads nowhere, and says no more than that', async () => {
    const link = pathOf(await uploadLink())
    const last = link.at(-2) === 'A' ? 'B' : 'A'
    const wrong = [`${link.slice(0, -2)}${last}/`, `/files/${'A'.repeat(32)}/`, '/files/', '/files/x', '/files/../site']
    for (const path of wrong) {
      const answer = await ask(port(), path, { method: 'PUT', body: 'x' })
      expect([path, answer.status, answer.text]).toEqual([
        path,
        404,
        'There is nothing at this address, or not any more. Ask for the file again in Chargehand.\n',
      ])
    }
    expect((await ask(port(), '/')).status).toBe(426)
    expect((await ask(port(), '/filesystem')).status).toBe(426)
  })

  it('ends with its time, and when its station is refused', async () => {
    let now = Date.now()
    await open({ clock: () => now, fileLimits: { uploadMs: 1_000 } })
    const put = (url: string) => fetch(url, { method: 'PUT', body: 'x' })
    const late = await uploadLink()
    now += 1_000
    expect((await put(late)).status).toBe(404)
    const other = await uploadLink()
    await test.client.stations.refuse({ stationId })
    expect((await put(other)).status).toBe(404)
  })

  it('to firmware ends too, and is remembered for a while to show who was given it', async () => {
    let now = Date.now()
    await open({ clock: () => now, fileLimits: { downloadMs: 1_000, ticketsKeptMs: 5_000 } })
    const fileId = await addFirmware(test.client, someBytes(10))
    const offer = () => test.site.files.ticketForDownload({ stationId, firmwareId: fileId, requestId: null })
    const { url, expiresAt } = await offer()
    expect(expiresAt).toBe(now + 1_000)
    now += 1_000
    expect((await fetch(url)).status).toBe(404)
    expect((await test.client.files.get({ fileId })).handedOut).toMatchObject([{ stationId, expiresAt }])
    now += 5_001
    // Tidied up when the next link of any kind is made.
    await uploadLink()
    expect((await test.client.files.get({ fileId })).handedOut).toEqual([])
  })

  it('to firmware that is fetched later works until then and as long again', async () => {
    let now = Date.now()
    await open({ clock: () => now, fileLimits: { downloadMs: 1_000 } })
    const firmwareId = await addFirmware(test.client, someBytes(10))
    const charger = await RawCharger.connect(test.url, 'CP_1', 'ocpp2.0.1')
    await charger.ask('BootNotification', bootOf('ocpp2.0.1'))
    const fetchAt = now + 30 * 24 * 3_600_000
    const command = { name: 'update-firmware', input: { firmwareId, fetchAt } } as const
    await test.client.commands.send({ stationId, command })
    const { payload } = await charger.obey({ status: 'Accepted' })
    const { location } = payload.firmware as { location: string }
    now = fetchAt + 999
    expect((await fetch(location)).status).toBe(200)
    now += 1
    expect((await fetch(location)).status).toBe(404)
  })

  it('outlives a restart, and is nowhere in the database as it is', async () => {
    const bytes = someBytes(10_000)
    const fileId = await addFirmware(test.client, bytes)
    const { url } = await test.site.files.ticketForDownload({ stationId, firmwareId: fileId, requestId: null })
    const upload = await uploadLink()
    test = await test.restart()
    const moved = (link: string) => `http://127.0.0.1:${port()}${pathOf(link)}`
    expect(Buffer.from(await (await fetch(moved(url))).arrayBuffer()).equals(bytes)).toBe(true)
    expect((await fetch(moved(upload), { method: 'PUT', body: 'x' })).status).toBe(200)
    const secret = pathOf(upload).split('/')[2] ?? ''
    const rows = test.site.store.read.prepare('SELECT * FROM ticket').all()
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret).toString('hex'))
  })

  it('of a connected station has the address that it came by', async () => {
    const charger = await RawCharger.connect(test.url, 'CP_1', 'ocpp2.0.1', { headers: { host: 'Charge.Local:19000' } })
    await charger.ask('BootNotification', bootOf('ocpp2.0.1'))
    expect(await uploadLink()).toMatch(/^http:\/\/charge\.local:19000\/files\/[\w-]{32}\/$/)
    const other = await RawCharger.connect(test.url, 'CP_1', 'ocpp2.0.1', { headers: { host: '127.0.0.1' } })
    await other.ask('BootNotification', bootOf('ocpp2.0.1'))
    expect(await uploadLink()).toContain(`http://127.0.0.1:${port()}/files/`)
  })

  it('is for stations that there are', async () => {
    const order = { stationId: 99, kind: 'diagnostics', requestId: null } as const
    await expect(test.site.files.ticketForUpload(order)).rejects.toMatchObject({ code: 'UNKNOWN_STATION' })
    const download = { stationId, firmwareId: 99, requestId: null }
    await expect(test.site.files.ticketForDownload(download)).rejects.toMatchObject({ code: 'UNKNOWN_FILE' })
  })
})

describe('the endpoint', () => {
  it('keeps no connection to somebody who has been answered and does not come to an end', async () => {
    await open({ limits: { closeGraceMs: 50 } })
    const endless = (method: string, path: string) =>
      raw(`${method} ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nbeginning`)
    for (const path of ['/files/x', `/files/${'a'.repeat(32)}/x`, '/elsewhere']) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT']) {
        expect(await endless(method, path)).toMatch(/^HTTP\/1.1 4(?:04|26) /)
      }
    }
    expect(await endless('GET', pathOf(await uploadLink()))).toMatch(/^HTTP\/1.1 405 /)
  })

  it('serves clients that would rather speak HTTP/2', async () => {
    const log = someBytes(1_000)
    const answer = await raw(
      Buffer.concat([
        Buffer.from(
          `PUT ${pathOf(await uploadLink())} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\n` +
            `Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nContent-Length: ${log.length}\r\n\r\n`,
        ),
        log,
      ]),
    )
    expect(answer).toMatch(/^HTTP\/1.1 200 /)
    expect((await logs()).entries).toMatchObject([{ size: log.length, sha256: sha256(log) }])
  })

  it('takes only so many at a time', async () => {
    await open({ fileLimits: { transfersAtOnce: 1 } })
    const first = connect(port(), '127.0.0.1')
    sockets.push(first)
    first.write(`PUT ${pathOf(await uploadLink())} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf`)
    await expect.poll(() => readdirSync(folder()).length).toBe(1)
    const second = await fetch(await uploadLink(), { method: 'PUT', body: 'x' })
    expect([second.status, second.headers.get('retry-after')]).toEqual([503, '60'])
    first.destroy()
    const third = await uploadLink()
    await expect.poll(async () => (await fetch(third, { method: 'PUT', body: 'x' })).status).toBe(200)
  })

  it('does not hold up the end of the program', async () => {
    await open({ limits: { closeGraceMs: 10 } })
    const socket = connect(port(), '127.0.0.1')
    sockets.push(socket)
    socket.on('error', () => {})
    const ended = once(socket, 'close')
    socket.write(`PUT ${pathOf(await uploadLink())} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf`)
    await expect.poll(() => readdirSync(folder()).length).toBe(1)
    test = await test.restart()
    await ended
    expect(readdirSync(folder())).toEqual([])
    expect(existsSync(folder())).toBe(true)
  })
})
