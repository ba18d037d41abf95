import type { MeterValueType } from 'typed-ocpp/dist/ocpp20/types.js'
import type { Sample } from '../../sessions/sample'
import { readTime } from '../timestamp'

/** 2.x meter values in neutral form. */
export function toSamples(meterValues: readonly MeterValueType[]): Sample[] {
  return meterValues.flatMap(({ timestamp, sampledValue }) => {
    const at = readTime(timestamp)
    return sampledValue.map((sampled) => ({
      at,
      value: sampled.value,
      measurand: sampled.measurand ?? 'Energy.Active.Import.Register',
      phase: sampled.phase ?? null,
      unit: sampled.unitOfMeasure?.unit ?? null,
      multiplier: sampled.unitOfMeasure?.multiplier ?? 0,
      location: sampled.location ?? null,
    }))
  })
}
