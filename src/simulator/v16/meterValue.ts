import type { OCPP16 } from 'typed-ocpp'
import type { MeterReading } from '../meter'

type MeterValue = OCPP16.MeterValuesRequest['meterValue'][number]
type Sample = MeterValue['sampledValue'][number]

/** One reading: register, power, voltage and current; 1.6 writes values as text. */
export function meterValue(
  reading: MeterReading,
  at: Date,
  context: NonNullable<Sample['context']>,
  phases: 1 | 3,
): MeterValue {
  const sample = (
    measurand: NonNullable<Sample['measurand']>,
    value: number,
    unit: NonNullable<Sample['unit']>,
  ): Sample => ({
    value: String(value),
    context,
    format: 'Raw',
    measurand,
    location: 'Outlet',
    unit,
  })
  const lines = phases === 3 ? (['L1', 'L2', 'L3'] as const) : (['L1'] as const)
  return {
    timestamp: at.toISOString(),
    sampledValue: [
      sample('Energy.Active.Import.Register', reading.registerWh, 'Wh'),
      sample('Power.Active.Import', reading.powerW, 'W'),
      ...lines.map((phase): Sample => ({ ...sample('Voltage', reading.voltageV, 'V'), phase: `${phase}-N` })),
      ...lines.map((phase): Sample => ({ ...sample('Current.Import', reading.currentA, 'A'), phase })),
    ],
  }
}
