import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { Access } from '../variables'

export type Component = OCPP21.ComponentType
export type Variable = OCPP21.VariableType

/** One variable of one component: what it is, and how it is read and written. */
export interface DeviceVariable {
  readonly component: Component
  readonly variable: Variable
  readonly access: Access
  readonly unit?: string
  readonly values?: string
}
