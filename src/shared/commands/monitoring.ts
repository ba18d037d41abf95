import { z } from 'zod'
import { command } from './command'
import { VariableChoice } from './configuration'
import { INTEGER_MAX, optional } from './fields'

const Monitored = VariableChoice.omit({ attribute: true })
const Severity = z.number().int().min(0).max(9)
const MonitorId = z.number().int().min(0).max(INTEGER_MAX)

/** Turns the factory's monitors on, or all but the hard-wired ones off (N03). */
export const setMonitoringBase = command(
  'set-monitoring-base',
  'monitoring',
  {},
  z.object({ base: z.enum(['all', 'factory-default', 'hard-wired-only']) }),
)

/** How serious an event must be to be reported: 0 is danger, 9 is debugging (N05). */
export const setMonitoringLevel = command('set-monitoring-level', 'monitoring', {}, z.object({ severity: Severity }))

/** Has a station watch a variable and report what it does (N04). */
export const setMonitor = command(
  'set-monitor',
  'monitoring',
  {},
  z
    .object({
      target: Monitored,
      type: z.enum(['upper-threshold', 'lower-threshold', 'delta', 'periodic', 'periodic-clock-aligned']),
      /** The threshold, the change, or the period in seconds. */
      value: z.number().min(-1_000_000_000).max(1_000_000_000),
      severity: Severity.default(8),
      /** Only during a session. */
      duringSession: z.boolean().default(false),
      /** Replaces this monitor; null for a new one. */
      monitorId: optional(MonitorId),
    })
    // A change is refused below 0 (N04.FR.14), and so is a period.
    .refine(({ type, value }) => type.endsWith('threshold') || value >= 0, { path: ['value'] }),
)

/** Takes monitors away (N06). */
export const clearMonitors = command(
  'clear-monitors',
  'monitoring',
  {},
  z.object({ monitorIds: z.array(MonitorId).min(1).max(100) }),
)

/** Has a station report its monitors (N02). */
export const reportMonitors = command(
  'report-monitors',
  'monitoring',
  {},
  z.object({
    criteria: z
      .array(z.enum(['threshold', 'delta', 'periodic']))
      .max(3)
      .default([]),
    targets: z.array(Monitored).max(100).default([]),
  }),
)
