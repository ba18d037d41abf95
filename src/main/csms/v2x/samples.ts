import type { MeterValueType } from 'typed-ocpp/dist/ocpp20/types.js'
import type { Sample } from '../../sessions/sample'
import { readTime } from '../timestamp'

/** 2.x meter values in neutral form. */
export function toSamples(meterValues: readonly MeterValueType[]): Sample[] {
  const samples: Sample[] = []
  for (const { timestamp, sampledValue } of meterValues) {
    const at = readTime(timestamp)
    for (const { value, measurand, phase, unitOfMeasure, location } of sampledValue) {
      samples.push({
        at,
        value,
        measurand: measurand ?? 'Energy.Active.Import.Register',
        phase: phase ?? null,
        unit: unitOfMeasure?.unit ?? null,
        multiplier: unitOfMeasure?.multiplier ?? 0,
        location: location ?? null,
      })
    }
  }
  return samples
}
