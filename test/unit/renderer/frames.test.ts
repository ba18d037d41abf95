import { isNarrowed } from '@renderer/components/list/listFilter'
import { asLines } from '@renderer/features/frames/asLines'
import { FRAME_CHOICES, toFrameFilter } from '@renderer/features/frames/frameChoices'
import { frameSource, SHOWN_FRAMES, withNewer } from '@renderer/features/frames/frameSource'
import type { Frame } from '@shared/contract/frames'
import { describe, expect, it } from 'vitest'

const frame = (id: number, change: Partial<Frame> = {}): Frame => ({
  id,
  at: Date.UTC(2026, 0, 1, 12, 0, 0, id),
  stationId: 1,
  stationIdentity: 'CP_1',
  direction: 'in',
  kind: 'call',
  messageId: `m-${id}`,
  action: 'Heartbeat',
  counterpartId: null,
  latencyMs: null,
  problem: null,
  detail: null,
  length: 20,
  hidden: false,
  excerpt: '{}',
  ...change,
})
const newestFirst = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => frame(from - index))

describe('the list that follows', () => {
  it('puts newer ones on top and lets go of the oldest', () => {
    const first = withNewer(undefined, { entries: newestFirst(SHOWN_FRAMES, 1), skipped: 0 })
    const next = withNewer(first, { entries: newestFirst(SHOWN_FRAMES + 3, SHOWN_FRAMES + 1), skipped: 7 })
    expect(next.frames).toHaveLength(SHOWN_FRAMES)
    expect(next.frames[0]?.id).toBe(SHOWN_FRAMES + 3)
    expect(next.frames.at(-1)?.id).toBe(4)
    expect(next.skipped).toBe(7)
  })

  it('shows the answer at its place, and nothing that has left the screen', () => {
    const first = withNewer(undefined, { entries: newestFirst(8, 5), skipped: 0 })
    const answered = frame(6, { latencyMs: 3 })
    const next = withNewer(first, { entries: [frame(9), answered, frame(2, { latencyMs: 9 })], skipped: 0 })
    expect(next.frames.map(({ id, latencyMs }) => [id, latencyMs])).toEqual([
      [9, null],
      [8, null],
      [7, null],
      [6, 3],
      [5, null],
    ])
  })

  it('is one source for one filter', () => {
    expect(frameSource({ stationId: 1 })).toBe(frameSource({ stationId: 1 }))
    expect(frameSource({ stationId: 1 })).not.toBe(frameSource({ stationId: 2 }))
  })
})

describe('the filters', () => {
  it('ask for nothing where nothing is chosen', () => {
    expect(toFrameFilter(FRAME_CHOICES.widest)).toEqual({})
    expect(isNarrowed(FRAME_CHOICES, FRAME_CHOICES.widest)).toBe(false)
    expect(isNarrowed(FRAME_CHOICES, { ...FRAME_CHOICES.widest, search: '  ' })).toBe(false)
  })

  it('ask for what is chosen', () => {
    const chosen = { search: ' x ', station: '7', action: 'Reset', direction: 'out', problems: 'only' } as const
    expect(toFrameFilter(chosen)).toEqual({
      search: 'x',
      stationId: 7,
      action: 'Reset',
      direction: 'out',
      problems: true,
    })
    expect(isNarrowed(FRAME_CHOICES, chosen)).toBe(true)
  })
})

describe('frames as lines', () => {
  it('are oldest first, one line each, whatever is in them', () => {
    const bad = frame(2, { problem: 'refused', detail: 'no\tsuch\nthing', latencyMs: 4, action: null, messageId: null })
    expect(asLines([bad, frame(1)]).split('\n')).toEqual([
      '2026-01-01T12:00:00.001Z\tCP_1\tin\tcall\tHeartbeat\tm-1\t\t\t{}',
      '2026-01-01T12:00:00.002Z\tCP_1\tin\tcall\t\t\t4 ms\trefused: no such thing\t{}',
    ])
  })
})
