import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { Cancel } from '../environment'
import type { Component, Variable } from './deviceVariable'

/** A monitor on a variable (N04). */
export interface Monitor {
  readonly id: number
  readonly component: Component
  readonly variable: Variable
  readonly type: OCPP21.MonitorEnumType
  readonly value: number
  readonly severity: number
  /** Only while a session runs. */
  readonly transaction: boolean
  /** Thresholds: beyond it now. */
  beyond: boolean
  /** Delta: the value it was last told with. */
  told: string
  /** Of a periodic one. */
  cancel: Cancel
}

/** What a look at the variable tells: an event, or nothing new. */
export type Firing = { readonly trigger: 'Alerting' | 'Delta'; readonly cleared: boolean } | null

/** Looks at a value: has it crossed the threshold, has it moved far enough? Remembers what it saw. */
export function fire(monitor: Monitor, now: string): Firing {
  const number = Number(now)
  switch (monitor.type) {
    case 'UpperThreshold':
    case 'LowerThreshold': {
      const beyond = monitor.type === 'UpperThreshold' ? number > monitor.value : number < monitor.value
      if (beyond === monitor.beyond) return null
      monitor.beyond = beyond
      // N07.FR.02: back on the right side of it, the alarm is over.
      return { trigger: 'Alerting', cleared: !beyond }
    }
    case 'Delta': {
      const moved = Number.isNaN(number)
        ? now !== monitor.told
        : Math.abs(number - Number(monitor.told)) >= monitor.value
      if (!moved || now === monitor.told) return null
      monitor.told = now
      return { trigger: 'Delta', cleared: false }
    }
    default:
      return null
  }
}
