import type { MeterValuesRequest } from 'typed-ocpp/dist/ocpp16/types.js'
import type { Sample } from '../../sessions/sample'
import { readTime } from '../timestamp'

/** 1.6 meter values in neutral form. Signed data is left to the raw event: it is kept there byte for byte. */
export function toSamples(meterValues: MeterValuesRequest['meterValue']): Sample[] {
  return meterValues.flatMap((meterValue) =>
    meterValue.sampledValue
      .filter((sampled) => sampled.format !== 'SignedData')
      .map((sampled) => ({
        at: readTime(meterValue.timestamp),
        // A text without a number in it would read as 0 and pass for a register that was set back.
        value: sampled.value.trim() === '' ? Number.NaN : Number(sampled.value),
        measurand: sampled.measurand ?? 'Energy.Active.Import.Register',
        phase: sampled.phase ?? null,
        unit: sampled.unit ?? null,
        multiplier: 0,
        location: sampled.location ?? null,
      })),
  )
}
