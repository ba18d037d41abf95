import type {
  MeterValuesRequest,
  StartTransactionRequest,
  StopTransactionRequest,
} from 'typed-ocpp/dist/ocpp16/types.js'
import { NOTHING_TOLD, type Told } from '../../sessions/told'
import { readTime } from '../timestamp'
import { toSamples } from './samples'

type MeterValue = MeterValuesRequest['meterValue'][number]

/** Everything that a message of a 1.6 transaction measured. Pure; the payload has been validated. */
export function toTold(action: string, payload: object): Told {
  switch (action) {
    case 'StartTransaction': {
      const { timestamp, meterStart } = payload as StartTransactionRequest
      const at = readTime(timestamp)
      return { at, samples: [register(at, meterStart, 'Transaction.Begin')], signed: [] }
    }
    case 'MeterValues': {
      const { meterValue } = payload as MeterValuesRequest
      const [first] = meterValue
      return { at: first ? readTime(first.timestamp) : null, ...measured(meterValue) }
    }
    case 'StopTransaction': {
      const { timestamp, meterStop, transactionData } = payload as StopTransactionRequest
      const at = readTime(timestamp)
      const { samples, signed } = measured(transactionData ?? [])
      return { at, samples: [...samples, register(at, meterStop, 'Transaction.End')], signed }
    }
    default:
      return NOTHING_TOLD
  }
}

const register = (at: number, value: number, context: string) => ({
  at,
  value,
  measurand: 'Energy.Active.Import.Register',
  phase: null,
  unit: 'Wh',
  multiplier: 0,
  location: null,
  context,
})

function measured(meterValues: readonly MeterValue[]): Pick<Told, 'samples' | 'signed'> {
  const samples = meterValues.flatMap((meterValue) =>
    meterValue.sampledValue.flatMap((sampled) =>
      toSamples([{ ...meterValue, sampledValue: [sampled] }]).map((sample) => ({
        ...sample,
        context: sampled.context ?? null,
      })),
    ),
  )
  const signed = meterValues.flatMap(({ timestamp, sampledValue }) =>
    sampledValue
      .filter(({ format }) => format === 'SignedData')
      .map(({ value, measurand, context }) => ({
        at: readTime(timestamp),
        measurand: measurand ?? 'Energy.Active.Import.Register',
        context: context ?? null,
        data: value,
        // 1.6 has no place for these.
        signingMethod: '',
        encodingMethod: '',
        publicKey: '',
      })),
  )
  return { samples, signed }
}
