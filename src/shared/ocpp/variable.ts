/** Which side of a variable a value belongs to (2.x AttributeEnumType). 1.6 keys have `Actual` alone. */
export const VARIABLE_ATTRIBUTES = ['Actual', 'Target', 'MinSet', 'MaxSet'] as const
export type VariableAttribute = (typeof VARIABLE_ATTRIBUTES)[number]

/** Whether a value can be read and written (2.x MutabilityEnumType; 1.6 `readonly`). */
export const MUTABILITIES = ['ReadOnly', 'WriteOnly', 'ReadWrite'] as const
export type Mutability = (typeof MUTABILITIES)[number]

/** What a value is (2.x DataEnumType). */
export const VARIABLE_DATA_TYPES = [
  'string',
  'decimal',
  'integer',
  'dateTime',
  'boolean',
  'OptionList',
  'SequenceList',
  'MemberList',
] as const
export type VariableDataType = (typeof VARIABLE_DATA_TYPES)[number]

/** Which value of a station is meant. A 1.6 configuration key is the variable of the component ''. */
export interface VariableName {
  readonly component: string
  readonly componentInstance: string | null
  readonly evseId: number | null
  readonly connectorId: number | null
  readonly variable: string
  readonly variableInstance: string | null
  readonly attribute: VariableAttribute
}

/** The actual value of a variable of the whole station, on no EVSE, no connector and no instance of its component. */
export function ofWholeStation(component: string, variable: string, variableInstance: string | null = null) {
  return {
    component,
    componentInstance: null,
    evseId: null,
    connectorId: null,
    variable,
    variableInstance,
    attribute: 'Actual',
  } as const satisfies VariableName
}

/** One value as a station has told it. Null where the station did not say: what was known of it before stays. */
export interface LearnedVariable extends VariableName {
  /** Null when it has none or may not be read. */
  readonly value: string | null
  readonly mutability: Mutability | null
  readonly dataType: VariableDataType | null
  readonly unit: string | null
  readonly min: number | null
  readonly max: number | null
  /** What it can be, for lists. */
  readonly values: readonly string[] | null
}

/** Words in the names of variables that hold a password or a key, standard (A01, 1.6 AuthorizationKey) or a vendor's. */
const SECRET =
  /password|passwd|passphrase|secret|authorizationkey|privatekey|presharedkey|apikey|accesskey|credential|^psk$|token$/i
/** Names with such a word that hold no secret. */
const NO_SECRET = /^(?:basicauthpasswordlength|passwordpolicy)$/i

/** True when the value of a variable is a password or a key: it is never stored and never shown, even if readable. */
export function isSecretVariable({ variable }: Pick<VariableName, 'variable'>): boolean {
  return SECRET.test(variable) && !NO_SECRET.test(variable)
}

/** True for a station's clock (2.x part 2, appendix 3): that it has gone on is no change of the configuration. */
export function isClock({ component, variable }: Pick<VariableName, 'component' | 'variable'>): boolean {
  return component.toLowerCase() === 'clockctrlr' && variable.toLowerCase() === 'datetime'
}
