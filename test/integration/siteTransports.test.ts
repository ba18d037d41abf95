import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseOptions } from '@main/options'
import { type Program, startProgram } from '@main/program'
import { errors as words } from '@shared/words/en/errors'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addFirmware, someBytes } from '../support/testFiles'
import { type OpenTransport, type SiteClient, TRANSPORTS } from '../support/transports'

// The way of a call is tested with a probe (transports.test.ts); here the real site is at the end of it.
describe.each(TRANSPORTS)('a site %s', (_name, open) => {
  let folder: string
  let program: Program
  let transport: OpenTransport
  let client: SiteClient

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'chargehand-site-'))
    const argv = ['--data', folder, '--bind', '127.0.0.1', '--ocpp-port', '0']
    const options = parseOptions(argv, { env: {}, platform: process.platform, home: folder, cwd: folder })
    program = await startProgram({ options, version: '0.0.1', systemCipher: null })
    transport = await open(program.router)
    client = await transport.connect()
  })
  afterEach(async () => {
    await transport.close()
    await program.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const setUp = () => client.site.setUp({ siteName: 'Depot', organisation: 'Depot Ltd' })

  it('says what is missing before it is set up, and not to do it twice', async () => {
    const defined = { defined: true, status: 409 }
    await expect(client.stations.register({ identity: 'CP_1' })).rejects.toMatchObject({
      ...defined,
      code: 'NOT_SET_UP',
      message: words.NOT_SET_UP,
    })
    await expect(setUp()).resolves.toEqual({ kind: 'done' })
    await expect(setUp()).rejects.toMatchObject({ ...defined, code: 'ALREADY_SET_UP' })
  })

  it('enrols, finds and changes a card', async () => {
    await setUp()
    const enrolled = await client.cards.enrol({ token: '04a2b3', holder: 'Ann' })
    if (enrolled.kind !== 'enrolled') throw new Error(enrolled.kind)
    expect(enrolled.card).toMatchObject({ token: '04A2B3', tokenType: 'ISO14443', holder: 'Ann', blocked: false })
    const { id: cardId } = enrolled.card
    await client.cards.update({ cardId, blocked: true })
    expect(await client.cards.find({ blocked: true, limit: 5 })).toMatchObject({ entries: [{ id: cardId }], total: 1 })
    expect(await client.cards.find({ blocked: false })).toMatchObject({ total: 0 })
    await expect(client.cards.get({ cardId: 999 })).rejects.toMatchObject({ code: 'UNKNOWN_CARD', status: 404 })
  })

  it('takes a firmware in parts of full size, and gives it back', async () => {
    await setUp()
    const bytes = someBytes(300_000)
    const fileId = await addFirmware(client, bytes)
    const parts: Buffer[] = []
    for await (const { data } of await client.files.read({ fileId })) parts.push(Buffer.from(data, 'base64'))
    expect(Buffer.concat(parts).equals(bytes)).toBe(true)
    expect(await client.files.find({ group: 'firmware' })).toMatchObject({ total: 1, entries: [{ id: fileId }] })
    expect(await client.files.text({ fileId })).toMatchObject({ kind: 'not-text' })
    await expect(client.files.read({ fileId: 999 })).rejects.toMatchObject({ code: 'UNKNOWN_FILE', status: 404 })
    expect(await client.files.remove({ fileId })).toEqual({ kind: 'removed' })
  })

  it('shows the log of frames, and hands it over as a support bundle', async () => {
    await setUp()
    expect(await client.frames.find({ search: 'nothing' })).toEqual({ entries: [], next: null })
    expect(await client.frames.get({ frameId: 1 })).toEqual({ kind: 'gone' })
    const watching = await client.frames.watch({ problems: true, limit: 5 })
    expect(await watching.next()).toMatchObject({ value: { entries: [], skipped: 0 } })
    await watching.return?.(undefined)
    const states = await client.frames.state()
    expect(await states.next()).toMatchObject({ value: { kind: 'running', frames: 0, missing: 0 } })
    await states.return?.(undefined)
    let text = ''
    for await (const part of await client.frames.export({ hideCards: true })) text += part.text
    const kinds = text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind)
    expect(kinds.slice(0, 3)).toEqual(['bundle', 'site', 'live-log'])
    // The program's own log has begun with its start.
    expect(kinds.at(-1)).toBe('log')
  })

  it('shows a change to a reader that was there before, and to one that comes later', async () => {
    await setUp()
    const feed = await client.stations.watch()
    expect(await feed.next()).toMatchObject({ value: { type: 'snapshot', entries: [] } })
    const { stationId } = await client.stations.register({ identity: 'CP_1', label: 'Gate' })
    expect(await feed.next()).toMatchObject({
      value: { type: 'changes', changed: [{ id: stationId, identity: 'CP_1', admission: 'admitted' }] },
    })
    await feed.return?.(undefined)
    const later = await (await transport.connect()).stations.watch()
    expect(await later.next()).toMatchObject({ value: { type: 'snapshot', entries: [{ identity: 'CP_1' }] } })
    await later.return?.(undefined)
  })
})
