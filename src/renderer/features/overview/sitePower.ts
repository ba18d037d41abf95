import type { PowerPoint, SitePower } from '@shared/contract/power'

/** A power as it is shown: always from 0 up, its direction in the name. */
export interface PowerFigure {
  readonly name: 'drawn' | 'fedIn' | 'solar' | 'given' | 'charged' | 'chargers'
  readonly powerW: number
}

/** What there is to show; the chargers last. A meter that is silent is left out. */
export function powerFigures({ gridW, solarW, batteryW, chargersW }: SitePower): PowerFigure[] {
  return [
    ...(gridW === null ? [] : [{ name: gridW < 0 ? ('fedIn' as const) : ('drawn' as const), powerW: Math.abs(gridW) }]),
    ...(solarW === null ? [] : [{ name: 'solar' as const, powerW: solarW }]),
    ...(batteryW === null
      ? []
      : [{ name: batteryW < 0 ? ('charged' as const) : ('given' as const), powerW: Math.abs(batteryW) }]),
    { name: 'chargers', powerW: chargersW },
  ]
}

const LINES = ['grid', 'solar', 'battery', 'chargers'] as const

/** A line for each that was heard of; stretches without a value are gaps. */
export function powerLines(points: readonly PowerPoint[]) {
  return LINES.map((name) => ({
    name,
    points: points.map((point) => ({ at: point.at, value: point[`${name}W`] })),
  })).filter((line) => line.points.some(({ value }) => value !== null))
}
