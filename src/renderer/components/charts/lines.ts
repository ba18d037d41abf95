import type { ChartColour } from '@renderer/app/theme/tokens'

/** One point of a line: a time (ms) and a value, or null where nothing was measured. */
export interface Point {
  readonly at: number
  readonly value: number | null
}

export interface ChartLine {
  readonly name: string
  readonly colour: ChartColour
  readonly points: readonly Point[]
  /** The room between the line and 0 is filled. */
  readonly filled?: boolean
}

/** Several lines over the same moments, as the library draws them and as a table shows them. */
export interface AlignedLines {
  readonly times: readonly number[]
  /** A value a moment for each line. */
  readonly values: readonly (readonly (number | null)[])[]
  /** Whether moments that only other lines know are passed over: a gap of its own is never drawn as if it was measured. */
  readonly passes: readonly boolean[]
}

/** Puts lines side by side, at every moment that one of them knows. */
export function alignLines(lines: readonly { readonly points: readonly Point[] }[]): AlignedLines {
  const times = [...new Set(lines.flatMap(({ points }) => points.map(({ at }) => at)))].sort((a, b) => a - b)
  const places = new Map(times.map((at, index) => [at, index]))
  return {
    times,
    values: lines.map(({ points }) => {
      const values = times.map((): number | null => null)
      for (const { at, value } of points) values[places.get(at) ?? 0] = value
      return values
    }),
    passes: lines.map(({ points }) => points.every(({ value }) => value !== null)),
  }
}

/** The lines that make up a whole lie in strokes of their own, for whoever can't tell their colours apart. */
export const STROKES = ['none', '8 4', '2 4', '12 4 2 4', '4 8', '1 6'] as const

export const strokeOf = (index: number): string => STROKES[index % STROKES.length] ?? 'none'
