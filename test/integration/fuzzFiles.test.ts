import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { environment } from '../support/environment'
import { authorizeOf, RawCharger } from '../support/rawCharger'
import { garbled } from '../support/schemaArbitrary'
import { addFirmware, someBytes } from '../support/testFiles'
import { openTestSite, type TestSite } from '../support/testSite'

// Random and mutated HTTP at the endpoint for firmware and logs, byte by byte over real sockets: nothing stops it, nothing
// is kept that was not told to be kept. One request for 20 of CHARGEHAND_TEST_FRAMES; CHARGEHAND_TEST_SEED repeats a run.

const SEED = environment.seed
const AT_ONCE = 250
/** What is not whole waits for so long. */
const IDLE_MS = 400
/** Stand for the paths of links, which are made anew for every run. */
const UPLOAD = '/UPLOAD'
const DOWNLOAD = '/DOWNLOAD'
/** Stands for more than a log may have, so that a failure can be read. */
const LARGE = '<LARGE>'

let site: TestSite
let stationId: number
let firmwareId: number
const firmware = someBytes(50_000)
beforeAll(async () => {
  site = await openTestSite({
    limits: { handshakeMs: IDLE_MS },
    fileLimits: {
      transferIdleMs: IDLE_MS,
      transfersAtOnce: 2 * AT_ONCE,
      logBytes: 20_000,
      logsPerStation: 100_000,
      downloadTimes: 10_000,
    },
  })
  stationId = (await site.client.stations.register({ identity: 'CP_1' })).stationId
  await site.client.stations.register({ identity: 'GOOD' })
  await site.client.cards.enrol({ token: 'AA12345' })
  firmwareId = await addFirmware(site.client, firmware)
})
afterAll(() => site.close())

const method = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('GET', 'PUT', 'POST', 'HEAD') },
  { weight: 1, arbitrary: fc.constantFrom('OPTIONS', 'DELETE', 'PATCH', 'TRACE', 'CONNECT', 'get', 'BREW', '') },
)
const path = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(UPLOAD, DOWNLOAD) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          UPLOAD,
          DOWNLOAD,
          '/files/',
          '//files//',
          '/files/../',
          '/files/..%2f..%2f',
          'http://h/files/',
          '*',
          '',
        ),
        fc.oneof(fc.webPath(), fc.string(), fc.constantFrom('%00', '%', '%2e%2e/%2e%2e/x', LARGE, '?a=b#c')),
      )
      .map((parts) => parts.join('')),
  },
)
const header = fc.oneof(
  fc.constantFrom(
    'Content-Length: 5',
    'Content-Length: 0',
    'Content-Length: -1',
    'Content-Length: 99999999999999999999',
    'Content-Length: 50000',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: gzip, chunked',
    'Content-Encoding: gzip',
    'Content-Type: multipart/form-data; boundary=B',
    'Content-Type: multipart/form-data',
    'Content-Type: multipart/form-data; boundary="',
    'Content-Disposition: attachment; filename="../../x"',
    'Range: bytes=0-',
    'Range: bytes=-1',
    'Range: bytes=49999-50000',
    'Range: bytes=5-2,9-',
    'Range: bytes=99999999999999999999-',
    'Expect: 100-continue',
    'Expect: nonsense',
    'Upgrade: websocket',
    'Connection: keep-alive, Upgrade',
    'If-None-Match: *',
    'If-Range: "x"',
  ),
  fc.tuple(fc.constantFrom('X', 'Range', 'Content-Type', 'Host', 'Accept'), fc.string()).map((pair) => pair.join(': ')),
)
const part = '--B\r\nContent-Disposition: form-data; name="f"; filename="a.log"\r\n\r\nhello\r\n--B--\r\n'
const body = fc.oneof(
  fc.constantFrom('', 'hello', '5\r\nhello\r\n0\r\n\r\n', LARGE, part),
  fc.constant(part).chain(garbled),
  fc.constant('5\r\nhello\r\n0\r\n\r\n').chain(garbled),
  fc.string({ unit: 'binary' }),
)
const whole = fc
  .tuple(method, path, fc.array(header, { maxLength: 3 }), body)
  .map(([verb, target, headers, content]) =>
    [`${verb} ${target} HTTP/1.1`, 'Host: h', 'Connection: close', ...headers, '', content].join('\r\n'),
  )
const filled = (text: string) => text.replaceAll(LARGE, 'x'.repeat(30_000))
/** What an honest station sends, so that not all of it is turned away. */
const put = body.map((content) => {
  const length = Buffer.byteLength(filled(content))
  return `PUT ${UPLOAD} HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n${content}`
})
const get = header.map((line) => `GET ${DOWNLOAD} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n${line}\r\n\r\n`)
const requests = fc.oneof(
  { weight: 5, arbitrary: whole },
  { weight: 2, arbitrary: whole.chain(garbled) },
  { weight: 2, arbitrary: fc.oneof(put, get) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)

/** Sends the bytes; what comes back until the server ends it, or has said what it announced. */
async function raw(text: string): Promise<string> {
  const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.setEncoding('latin1')
  socket.write(text)
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
    const [head = '', length] = /^[\s\S]*?\r\nContent-Length: (\d+)[\s\S]*?\r\n\r\n/i.exec(answer) ?? []
    if (length !== undefined && answer.length >= head.length + Number(length)) socket.end()
  })
  await once(socket, 'close')
  return answer
}

const pathOf = ({ url }: { url: string }) => new URL(url).pathname
const uploadPath = async () =>
  pathOf(await site.site.files.ticketForUpload({ stationId, kind: 'diagnostics', requestId: null }))
const downloadPath = async () =>
  pathOf(await site.site.files.ticketForDownload({ stationId, firmwareId, requestId: null }))

test(`whatever is sent to the endpoint for files (seed ${SEED})`, { timeout: 240_000 }, async () => {
  const good = await RawCharger.connect(site.url, 'GOOD', 'ocpp2.0.1')
  const statuses = new Map<number, number>()

  const property = fc.asyncProperty(fc.array(requests, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (texts) => {
    const download = await downloadPath()
    const uploads = await Promise.all(texts.map(uploadPath))
    const before = (await site.client.files.find({ group: 'logs' })).total
    const sent = texts.map((text, place) =>
      filled(text)
        .replaceAll(DOWNLOAD, download)
        .replaceAll(UPLOAD, uploads[place] ?? ''),
    )
    const [served, ...answers] = await Promise.all([
      good.ask('Authorize', authorizeOf('ocpp2.0.1', 'aa12345')),
      ...sent.map(raw),
    ])
    expect(Object.values(served)).toEqual([{ status: 'Accepted' }])
    for (const [place, answer] of answers.entries()) {
      if (answer === '') continue
      const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, ''))?.[1])
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      // 501: a transfer encoding that nobody knows. What else begins with 5 would be a fault of the program.
      expect(status, JSON.stringify([sent[place], answer.slice(0, 300)])).toSatisfy(
        (code: number) => (code >= 200 && code < 500) || code === 501,
      )
    }
    const stored = answers.filter((answer) => answer.includes('\r\n\r\nReceived: '))
    const kept = async () => (await site.client.files.find({ group: 'logs' })).total - before
    // An answer may have been lost; a file not.
    expect(await kept()).toBeGreaterThanOrEqual(stored.length)
    // One file for each and the firmware, and nothing that was begun and not ended.
    const others = async () => readdirSync(join(site.folder, 'files')).length - before - (await kept())
    await expect.poll(others).toBe(1)
    expect(await kept()).toBeLessThanOrEqual(texts.filter((text) => text.includes(UPLOAD)).length)
    const whole = await fetch(new URL(download, site.url.replace('ws', 'http')))
    expect(Buffer.from(await whole.arrayBuffer()).equals(firmware)).toBe(true)
  })
  const numRuns = Math.ceil(environment.frames / 20 / AT_ONCE)
  await fc.assert(property, { seed: SEED, numRuns, endOnFailure: true })
  // All of it was reached: what is given, what is taken, what is refused.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 206, 400, 404, 405]))
})
