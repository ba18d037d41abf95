import type { TransactionEventRequest } from 'typed-ocpp/dist/ocpp20/types.js'
import { NOTHING_TOLD, type Told } from '../../sessions/told'
import { readTime } from '../timestamp'
import { toSamples } from './samples'

/** Everything that a message of a 2.x transaction measured. Pure; the payload has been validated. */
export function toTold(action: string, payload: object): Told {
  if (action !== 'TransactionEvent') return NOTHING_TOLD
  const { timestamp, meterValue = [] } = payload as TransactionEventRequest
  const samples = meterValue.flatMap((entry) =>
    entry.sampledValue.flatMap((sampled) =>
      toSamples([{ ...entry, sampledValue: [sampled] }]).map((sample) => ({
        ...sample,
        value: sample.value * 10 ** sample.multiplier,
        multiplier: 0,
        context: sampled.context ?? null,
      })),
    ),
  )
  const signed = meterValue.flatMap((entry) =>
    entry.sampledValue.flatMap(({ signedMeterValue, measurand, context }) =>
      signedMeterValue
        ? [
            {
              at: readTime(entry.timestamp),
              measurand: measurand ?? 'Energy.Active.Import.Register',
              context: context ?? null,
              data: signedMeterValue.signedMeterData,
              // 2.1 may leave these two out.
              signingMethod: signedMeterValue.signingMethod ?? '',
              encodingMethod: signedMeterValue.encodingMethod ?? '',
              publicKey: signedMeterValue.publicKey ?? '',
            },
          ]
        : [],
    ),
  )
  return { at: readTime(timestamp), samples, signed }
}
