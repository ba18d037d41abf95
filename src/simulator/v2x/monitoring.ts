import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { CommandPort } from '../commandPort'
import type { Handlers2x } from './commands/commands'
import { deviceModel, findVariable, isSameComponent, isSameVariable } from './deviceModel'
import { type Firing, fire, type Monitor } from './monitor'
import { tellInParts } from './parts'

/** Monitors it has room for. */
const CAPACITY = 20
/** Monitors in one report. */
const PER_REPORT = 10
/** Where monitors with a stream hand over their values (2.1); null: there are none. */
export interface Streams {
  readonly open: (monitorId: number, params: OCPP21.PeriodicEventStreamParamsType) => void
  readonly add: (monitorId: number, value: string) => boolean
  readonly close: (monitorId: number) => void
}

const CRITERIA: Readonly<Record<OCPP21.MonitoringCriterionEnumType, readonly OCPP21.MonitorEnumType[]>> = {
  ThresholdMonitoring: ['UpperThreshold', 'LowerThreshold'],
  DeltaMonitoring: ['Delta'],
  PeriodicMonitoring: ['Periodic', 'PeriodicClockAligned'],
}

/** Watches variables for the server and tells when one leaves its bounds (N02–N08). */
export class Monitoring {
  readonly #port: CommandPort
  readonly #streams: Streams
  readonly #monitors = new Map<number, Monitor>()
  #nextId = 1
  #nextEvent = 1
  /** Events of this severity or worse (lower) are told; 9 is all. */
  #level = 9

  constructor(port: CommandPort, streams: Streams) {
    this.#port = port
    this.#streams = streams
    port.on(({ kind }) => {
      if (kind === 'session-updated' || kind === 'session-ended' || kind === 'status' || kind === 'command-answered') {
        this.#check()
      }
    })
  }

  readonly commands: Handlers2x<
    | 'SetVariableMonitoring'
    | 'ClearVariableMonitoring'
    | 'SetMonitoringBase'
    | 'SetMonitoringLevel'
    | 'GetMonitoringReport'
  > = {
    SetVariableMonitoring: ({ setMonitoringData }) => {
      const opened: (() => void)[] = []
      const results = setMonitoringData.map((data) => this.#set(data, opened))
      return {
        payload: { setMonitoringResult: results },
        afterwards: () => {
          for (const open of opened) open()
        },
      }
    },

    ClearVariableMonitoring: ({ id }) => ({
      payload: {
        clearMonitoringResult: id.map((one) => ({ id: one, status: this.#clear(one) ? 'Accepted' : 'NotFound' })),
      },
    }),

    // N03: there are neither hard-wired nor factory monitors here, so both other bases are none at all.
    SetMonitoringBase: ({ monitoringBase }) => {
      if (monitoringBase !== 'All') for (const id of [...this.#monitors.keys()]) this.#clear(id)
      return { payload: { status: 'Accepted' } }
    },

    SetMonitoringLevel: ({ severity }) => {
      if (severity < 0 || severity > 9) return { payload: { status: 'Rejected' } }
      this.#level = severity
      return { payload: { status: 'Accepted' } }
    },

    GetMonitoringReport: ({ requestId, componentVariable, monitoringCriteria }) => {
      const types = monitoringCriteria?.flatMap((criterion) => CRITERIA[criterion])
      const found = [...this.#monitors.values()].filter(
        ({ component, type, variable }) =>
          (types?.includes(type) ?? true) &&
          (componentVariable?.some(
            (asked) =>
              isSameComponent(component, asked.component) &&
              (asked.variable === undefined || isSameVariable(variable, asked.variable)),
          ) ??
            true),
      )
      if (found.length === 0) return { payload: { status: 'EmptyResultSet' } }
      return { payload: { status: 'Accepted' }, afterwards: () => void this.#report(requestId, found) }
    },
  }

  #set(data: OCPP21.SetMonitoringDataType, opened: (() => void)[]): OCPP21.SetMonitoringResultType {
    const { component, id, periodicEventStream, severity, transaction = false, type, value, variable } = data
    const base = { component, variable, type, severity }
    const found = findVariable(deviceModel(this.#port), component, variable)
    if (typeof found === 'string') return { ...base, status: found }
    const isNumber = found.access.kind === 'integer'
    const periodic = type === 'Periodic' || type === 'PeriodicClockAligned'
    if (type.startsWith('Target') || (type.endsWith('Threshold') && !isNumber)) {
      return { ...base, status: 'UnsupportedMonitorType' }
    }
    const same = [...this.#monitors.values()].find(
      (one) =>
        one.type === type &&
        one.severity === severity &&
        isSameComponent(one.component, component) &&
        isSameVariable(one.variable, variable),
    )
    if (id === undefined && same) return { ...base, status: 'Duplicate' }
    const replaced = id === undefined ? undefined : this.#monitors.get(id)
    // N04.FR.13 and 16: an id stands for one monitor on one variable.
    const misfit =
      id !== undefined &&
      !(replaced && isSameComponent(replaced.component, component) && isSameVariable(replaced.variable, variable))
    const full = !replaced && this.#monitors.size >= CAPACITY
    // N04.FR.14: a threshold may lie below 0, a distance or a time can not.
    if (misfit || full || (type === 'Delta' && value < 0) || (periodic && value <= 0)) {
      return { ...base, status: 'Rejected' }
    }
    const monitorId = id ?? this.#nextId++
    this.#clear(monitorId)
    const now = found.access.read?.(this.#port.variables) ?? ''
    const monitor: Monitor = {
      ...{ id: monitorId, component, variable, type, value, severity, transaction },
      beyond: false,
      told: now,
      cancel: () => undefined,
    }
    this.#monitors.set(monitorId, monitor)
    if (periodic) {
      monitor.cancel = this.#port.timers.every(
        () => value,
        () => this.#periodic(monitor),
      )
      if (periodicEventStream) opened.push(() => this.#streams.open(monitorId, periodicEventStream))
    }
    return { ...base, status: 'Accepted', id: monitorId }
  }

  #clear(id: number): boolean {
    const monitor = this.#monitors.get(id)
    if (!monitor) return false
    monitor.cancel()
    this.#monitors.delete(id)
    this.#streams.close(id)
    return true
  }

  #read({ component, variable }: Monitor): string | null {
    const found = findVariable(deviceModel(this.#port), component, variable)
    return typeof found === 'string' ? null : (found.access.read?.(this.#port.variables) ?? null)
  }

  #check(): void {
    if (this.#monitors.size === 0) return
    const fired: OCPP21.EventDataType[] = []
    for (const monitor of this.#monitors.values()) {
      const value = this.#isOn(monitor) ? this.#read(monitor) : null
      const firing = value === null ? null : fire(monitor, value)
      if (firing && value !== null) fired.push(this.#event(monitor, value, firing))
    }
    this.#tell(fired)
  }

  #periodic(monitor: Monitor): void {
    const value = this.#isOn(monitor) ? this.#read(monitor) : null
    if (value === null || this.#streams.add(monitor.id, value)) return
    this.#tell([this.#event(monitor, value, null)])
  }

  #isOn({ transaction }: Monitor): boolean {
    return !transaction || this.#port.evses().some(({ session }) => session !== null)
  }

  #event(monitor: Monitor, actualValue: string, firing: Firing): OCPP21.EventDataType {
    return {
      eventId: this.#nextEvent++,
      timestamp: this.#port.now().toISOString(),
      trigger: firing?.trigger ?? 'Periodic',
      actualValue,
      ...(firing?.cleared ? { cleared: true } : {}),
      component: monitor.component,
      variable: monitor.variable,
      variableMonitoringId: monitor.id,
      eventNotificationType: 'CustomMonitor',
      // Known to 2.1 only.
      ...(this.#port.settings.version === '2.1' ? { severity: monitor.severity } : {}),
    }
  }

  #tell(events: readonly OCPP21.EventDataType[]): void {
    const told = events.filter(
      ({ variableMonitoringId }) => (this.#monitors.get(variableMonitoringId ?? 0)?.severity ?? 0) <= this.#level,
    )
    const [first, ...rest] = told
    if (!first) return
    const payload: OCPP21.NotifyEventRequest = {
      generatedAt: this.#port.now().toISOString(),
      seqNo: 0,
      tbc: false,
      eventData: [first, ...rest],
    }
    void this.#port.tell('NotifyEvent', payload)
  }

  #report(requestId: number, found: readonly Monitor[]): Promise<void> {
    return tellInParts(found, PER_REPORT, (part, seqNo, tbc) => {
      const [first, ...rest] = part.map(
        ({ component, id, severity, transaction, type, value, variable }): OCPP21.MonitoringDataType => ({
          component,
          variable,
          variableMonitoring: [
            {
              id,
              transaction,
              value,
              type,
              severity,
              // Required from 2.1 on, unknown before.
              ...(this.#port.settings.version === '2.1' ? { eventNotificationType: 'CustomMonitor' } : {}),
            } as OCPP21.VariableMonitoringType,
          ],
        }),
      )
      const payload: OCPP21.NotifyMonitoringReportRequest = {
        requestId,
        seqNo,
        tbc,
        generatedAt: this.#port.now().toISOString(),
        ...(first ? { monitor: [first, ...rest] } : {}),
      }
      return this.#port.tell('NotifyMonitoringReport', payload)
    })
  }
}
