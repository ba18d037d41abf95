import type { Frame } from '@shared/contract/frames'

/** Frames as lines of text to be pasted elsewhere, oldest first; columns between tabs, times as ISO 8601. */
export function asLines(frames: readonly Frame[]): string {
  return frames
    .toReversed()
    .map(({ at, stationIdentity, direction, kind, action, messageId, latencyMs, problem, detail, excerpt }) =>
      [
        new Date(at).toISOString(),
        stationIdentity,
        direction,
        kind,
        action ?? '',
        messageId ?? '',
        latencyMs === null ? '' : `${latencyMs} ms`,
        [problem, detail].filter(Boolean).join(': '),
        excerpt,
      ]
        .map((cell) => cell.replace(/[\t\r\n]+/g, ' '))
        .join('\t'),
    )
    .join('\n')
}
