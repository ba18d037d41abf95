import { errors as words } from '@shared/words/en/errors'
import { describe, expect, it } from 'vitest'
import { programOnTransport } from '../support/programOnTransport'
import { addFirmware, someBytes } from '../support/testFiles'
import { TRANSPORTS } from '../support/transports'

// The way of a call is tested with a probe (transports.test.ts); here the real site is at the end of it.
describe.each(TRANSPORTS)('a site %s', (_name, open) => {
  const at = programOnTransport(open)

  it('says what is missing before it is set up, and not to do it twice', async () => {
    const defined = { defined: true, status: 409 }
    await expect(at.client.stations.register({ identity: 'CP_1' })).rejects.toMatchObject({
      ...defined,
      code: 'NOT_SET_UP',
      message: words.NOT_SET_UP,
    })
    await expect(at.setUp()).resolves.toEqual({ kind: 'done' })
    await expect(at.setUp()).rejects.toMatchObject({ ...defined, code: 'ALREADY_SET_UP' })
  })

  it('enrols, finds and changes a card', async () => {
    await at.setUp()
    const enrolled = await at.client.cards.enrol({ token: '04a2b3', holder: 'Ann' })
    if (enrolled.kind !== 'enrolled') throw new Error(enrolled.kind)
    expect(enrolled.card).toMatchObject({ token: '04A2B3', tokenType: 'ISO14443', holder: 'Ann', blocked: false })
    const { id: cardId } = enrolled.card
    await at.client.cards.update({ cardId, blocked: true })
    expect(await at.client.cards.find({ blocked: true, limit: 5 })).toMatchObject({
      entries: [{ id: cardId }],
      total: 1,
    })
    expect(await at.client.cards.find({ blocked: false })).toMatchObject({ total: 0 })
    await expect(at.client.cards.get({ cardId: 999 })).rejects.toMatchObject({ code: 'UNKNOWN_CARD', status: 404 })
  })

  it('takes a firmware in parts of full size, and gives it back', async () => {
    await at.setUp()
    const bytes = someBytes(300_000)
    const fileId = await addFirmware(at.client, bytes)
    const parts: Buffer[] = []
    for await (const { data } of await at.client.files.read({ fileId })) parts.push(Buffer.from(data, 'base64'))
    expect(Buffer.concat(parts).equals(bytes)).toBe(true)
    expect(await at.client.files.find({ group: 'firmware' })).toMatchObject({ total: 1, entries: [{ id: fileId }] })
    expect(await at.client.files.text({ fileId })).toMatchObject({ kind: 'not-text' })
    await expect(at.client.files.read({ fileId: 999 })).rejects.toMatchObject({ code: 'UNKNOWN_FILE', status: 404 })
    await at.client.files.describe({ fileId, version: '4.1', note: 'for the gate' })
    expect(await at.client.files.get({ fileId })).toMatchObject({ version: '4.1', note: 'for the gate', size: 300_000 })
    expect(await at.client.files.remove({ fileId })).toEqual({ kind: 'removed' })
  })

  it('drops a firmware of which only a part has come', async () => {
    await at.setUp()
    const begun = await at.client.files.begin({ name: 'post.bin', size: 10 })
    if (begun.kind !== 'begun') throw new Error(begun.kind)
    const { uploadId } = begun
    const part = { uploadId, offset: 5, data: '' }
    expect(await at.client.files.append(part)).toEqual({ kind: 'out-of-place', received: 0 })
    expect(await at.client.files.finish({ uploadId })).toMatchObject({ kind: 'incomplete', received: 0, size: 10 })
    expect(await at.client.files.cancel({ uploadId })).toEqual({ kind: 'cancelled' })
    expect(await at.client.files.cancel({ uploadId })).toEqual({ kind: 'already-gone' })
    await expect(at.client.files.append(part)).rejects.toMatchObject({ code: 'UNKNOWN_UPLOAD', status: 404 })
  })

  it('shows the log of frames, and hands it over as a support bundle', async () => {
    await at.setUp()
    expect(await at.client.frames.find({ search: 'nothing' })).toEqual({ entries: [], next: null })
    expect(await at.client.frames.get({ frameId: 1 })).toEqual({ kind: 'gone' })
    const watching = await at.client.frames.watch({ problems: true, limit: 5 })
    expect(await watching.next()).toMatchObject({ value: { entries: [], skipped: 0 } })
    await watching.return?.(undefined)
    const states = await at.client.frames.state()
    expect(await states.next()).toMatchObject({ value: { kind: 'running', frames: 0, missing: 0 } })
    await states.return?.(undefined)
    let text = ''
    for await (const part of await at.client.frames.export({ hideCards: true })) text += part.text
    const kinds = text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind)
    expect(kinds.slice(0, 3)).toEqual(['bundle', 'site', 'live-log'])
    // The program's own log has begun with its start.
    expect(kinds.at(-1)).toBe('log')
  })

  it('shows a change to a reader that was there before, and to one that comes later', async () => {
    await at.setUp()
    const feed = await at.client.stations.watch()
    expect(await feed.next()).toMatchObject({ value: { type: 'snapshot', entries: [] } })
    const { stationId } = await at.client.stations.register({ identity: 'CP_1', label: 'Gate' })
    expect(await feed.next()).toMatchObject({
      value: { type: 'changes', changed: [{ id: stationId, identity: 'CP_1', admission: 'admitted' }] },
    })
    await feed.return?.(undefined)
    const later = await (await at.transport.connect()).stations.watch()
    expect(await later.next()).toMatchObject({ value: { type: 'snapshot', entries: [{ identity: 'CP_1' }] } })
    await later.return?.(undefined)
  })
})
