import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { MeterReading } from '../meter'

/** One reading: register, power, voltage and current (J02). */
export function meterValue(
  reading: MeterReading,
  at: Date,
  context: OCPP21.ReadingContextEnumType,
  phases: 1 | 3,
): OCPP21.MeterValueType {
  const sample = (measurand: OCPP21.MeasurandEnumType, value: number, unit: string): OCPP21.SampledValueType => ({
    value,
    context,
    measurand,
    location: 'Outlet',
    unitOfMeasure: { unit },
  })
  const lines = phases === 3 ? (['L1', 'L2', 'L3'] as const) : (['L1'] as const)
  return {
    timestamp: at.toISOString(),
    sampledValue: [
      sample('Energy.Active.Import.Register', reading.registerWh, 'Wh'),
      sample('Power.Active.Import', reading.powerW, 'W'),
      ...lines.map(
        (phase): OCPP21.SampledValueType => ({ ...sample('Voltage', reading.voltageV, 'V'), phase: `${phase}-N` }),
      ),
      ...lines.map((phase): OCPP21.SampledValueType => ({ ...sample('Current.Import', reading.currentA, 'A'), phase })),
    ],
  }
}
