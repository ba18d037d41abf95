/** One point of a line: a time (ms) and a value, or null where nothing was measured. */
export interface Point {
  at: number
  value: number | null
}

/**
 * Round marks from 0, or from at most `lowest` where that is below, up to at least `highest`: steps of 1, 2 or 5 times a
 * power of ten, about `wanted` of them. 0 is always among them.
 */
export function roundTicks(highest: number, wanted = 4, lowest = 0): number[] {
  const bottom = Math.min(lowest, 0)
  const top = highest > 0 ? highest : bottom < 0 ? 0 : 1
  const rough = (top - bottom) / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  const first = Math.floor(bottom / step + 1e-9)
  const last = Math.ceil(top / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** How far `at` lies between `from` and `to`, 0 to 1; 0 when there is no time between. */
function share(at: number, from: number, to: number): number {
  return to > from ? Math.min(Math.max((at - from) / (to - from), 0), 1) : 0
}

/**
 * SVG path of a line through the points, in a box of `width` × `height` from `bottom` up to `top`. The line is broken
 * where nothing was measured; a gap is never drawn as if it had been measured.
 */
export function linePath(points: readonly Point[], top: number, width: number, height: number, bottom = 0): string {
  const from = points[0]?.at ?? 0
  const to = points[points.length - 1]?.at ?? 0
  let path = ''
  let pen = false
  for (const { at, value } of points) {
    if (value === null) {
      pen = false
      continue
    }
    const x = (share(at, from, to) * width).toFixed(1)
    const y = (height - ((Math.max(value, bottom) - bottom) / (top - bottom)) * height).toFixed(1)
    path += `${pen ? 'L' : 'M'}${x} ${y}`
    pen = true
  }
  return path
}
