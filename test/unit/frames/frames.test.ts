import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createFrames, type Frames, type FramesDeps } from '@main/frames/frames'
import { logTail } from '@main/frames/logTail'
import { workerFile } from '@main/frames/workerFile'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let folder: string
let frames: Frames
const troubles: string[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chargehand-test-'))
  troubles.length = 0
})
afterEach(async () => {
  await frames.close()
  rmSync(folder, { recursive: true, force: true })
})

function open(deps: Partial<FramesDeps> = {}): Frames {
  frames = createFrames({
    file: path.join(folder, 'frames.db'),
    clock: Date.now,
    onTrouble: (reason) => troubles.push(reason),
    ...deps,
  })
  return frames
}
const stored = () => frames.ask('find', { filter: {}, before: null, limit: 100 })
const news = (until: () => boolean) =>
  new Promise<void>((resolve) => {
    const stop = frames.onNews(() => {
      if (!until()) return
      stop()
      resolve()
    })
    if (until()) resolve()
  })

describe('the live log', () => {
  it('hands over by itself what was noted', async () => {
    const tap = open({ limits: { handOverMs: 5 } }).tap(3, 'CP_3', () => true)
    tap.received('[2,"a","Heartbeat",{}]')
    tap.sent('[3,"a",{}]')
    await news(() => true)
    expect(await stored()).toMatchObject([
      { id: 2, station_id: 3, identity: 'CP_3' },
      { id: 1, action: 'Heartbeat' },
    ])
  })

  it('keeps what was noted last when it is closed', async () => {
    open()
      .tap(3, 'CP_3', () => true)
      .received('[2,"a","Heartbeat",{}]')
    await frames.close()
    open()
    expect(await stored()).toHaveLength(1)
  })

  it('drops and counts what it has no room for', async () => {
    const tap = open({ limits: { waitingFrames: 3, handOverMs: 60_000 } }).tap(3, 'CP_3', () => true)
    for (let index = 0; index < 10; index++) tap.received(`[2,"${index}","Heartbeat",{}]`)
    // Its identity is a note too.
    expect(frames.missing()).toBe(8)
    expect(await stored()).toHaveLength(2)
    const long = 'x'.repeat(100)
    await frames.close()
    const other = open({ limits: { waitingLength: 150, handOverMs: 60_000 } }).tap(3, 'CP_3', () => true)
    for (let index = 0; index < 5; index++) other.received(long)
    expect(frames.missing()).toBe(3)
  })

  it('keeps as many a second as it is told, and more at once', async () => {
    const tap = open({ limits: { framesPerSecond: 10, waitingFrames: 30, handOverMs: 5 } }).tap(3, 'CP_3', () => true)
    for (let index = 0; index < 100; index++) tap.received(`[2,"${index}","Heartbeat",{}]`)
    expect(frames.missing()).toBe(71)
    await stored()
    for (let index = 0; index < 100; index++) tap.received(`[2,"${index}","Heartbeat",{}]`)
    // Ten a second are less than one within the moment that writing took, and hardly more on a busy machine.
    expect(frames.missing()).toBeGreaterThan(130)
  })

  it('keeps little of those that nobody has let in, and all of the others', async () => {
    let isLetIn = false
    const log = open({ limits: { strangerFramesPerSecond: 1, strangerFrameLength: 20, handOverMs: 60_000 } })
    const stranger = log.tap(3, 'CP_3', () => isLetIn)
    const own = log.tap(4, 'CP_4', () => true)
    const long = `[2,"a","Heartbeat",{"x":"${'x'.repeat(100)}"}]`
    for (let index = 0; index < 50; index++) {
      stranger.received(long)
      own.received(long)
    }
    const kept = await stored()
    const texts = (stationId: number) => kept.filter((frame) => frame.station_id === stationId).map(({ text }) => text)
    expect(texts(3)).toEqual(Array(10).fill(long.slice(0, 20)))
    expect(texts(4)).toHaveLength(50)
    expect(frames.missing()).toBe(40)
    isLetIn = true
    stranger.received(long)
    expect((await stored())[0]).toMatchObject({ station_id: 3, length: long.length })
  })

  it('says that it is in trouble, goes on taking frames, and comes back', async () => {
    const file = path.join(folder, 'missing', 'frames.db')
    const tap = open({ file, limits: { handOverMs: 5, restartMs: 20, waitingFrames: 5 } }).tap(3, 'CP_3', () => true)
    tap.received('[2,"lost","Heartbeat",{}]')
    await news(() => frames.standing().kind === 'troubled')
    expect(frames.standing()).toMatchObject({ kind: 'troubled', reason: expect.stringContaining('ENOENT') })
    expect(frames.missing()).toBeGreaterThan(0)
    expect(troubles[0]).toContain('ENOENT')
    for (let index = 0; index < 20; index++) tap.received(`[2,"${index}","Heartbeat",{}]`)
    const missing = frames.missing()
    expect(missing).toBeGreaterThan(10)
    mkdirSync(path.dirname(file))
    await news(() => frames.standing().kind === 'running')
    tap.received('[2,"back","Heartbeat",{}]')
    expect((await stored())[0]).toMatchObject({ message_id: 'back' })
    // The same reason is told once.
    expect(new Set(troubles).size).toBe(troubles.length)
  })

  it('refuses questions while it can not be read, in words', async () => {
    open({ file: path.join(folder, 'missing', 'frames.db') })
    await expect(stored()).rejects.toMatchObject({ code: 'LIVE_LOG_UNAVAILABLE' })
    await expect(stored()).rejects.toThrow(/ENOENT/)
    expect(await frames.facts()).toBeNull()
  })

  it('is deaf when it is switched off', async () => {
    const tap = open({ limits: false }).tap(3, 'CP_3', () => true)
    tap.received('[2,"a","Heartbeat",{}]')
    expect(frames.standing()).toEqual({ kind: 'off' })
    expect(frames.missing()).toBe(0)
    await expect(stored()).rejects.toMatchObject({ code: 'LIVE_LOG_UNAVAILABLE' })
  })
})

describe('workerFile', () => {
  it('is the source where nothing is built', () => {
    open({ limits: false })
    expect(workerFile(folder)).toBe(path.join(folder, 'worker', 'main.ts'))
  })
})

describe('logTail', () => {
  it('is empty where there is no log', () => {
    open({ limits: false })
    expect(logTail(folder)).toEqual([])
  })
})
