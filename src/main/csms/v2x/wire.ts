import { type IdToken, type IdTokenType as KnownType, TYPES_OF_21 } from '@shared/ocpp/idToken'
import type { Protocol } from '@shared/ocpp/station'
import type { ComponentType, IdTokenType, VariableType } from 'typed-ocpp/dist/ocpp20/types.js'
import { inParts } from '../parts'

/**
 * A card as 2.x names it: number and type. One of no type is the central system's own, and so is one whose type the
 * version does not have: 2.1 takes any text for a type, 2.0.1 only those of its list.
 */
export function toIdToken({ value, type }: IdToken, protocol: Protocol): IdTokenType {
  const isNamed = type !== null && (protocol === 'ocpp2.1' || !isOf21(type))
  return { idToken: value, type: isNamed ? (type as IdTokenType['type']) : 'Central' }
}

function isOf21(type: KnownType): boolean {
  return TYPES_OF_21.some((each) => each === type)
}

/** The group of a card; undefined, so that it is left out, for none. */
export function toGroup(group: string): IdTokenType | undefined {
  return group === '' ? undefined : { idToken: group, type: 'Central' }
}

/** Which component is meant, in the words of a command. */
interface ComponentChoice {
  readonly component: string
  readonly componentInstance: string | null
  readonly evseId: number | null
  readonly connectorId: number | null
}

export function toComponent({ component, componentInstance, evseId, connectorId }: ComponentChoice): ComponentType {
  return {
    name: component,
    instance: componentInstance ?? undefined,
    evse: evseId === null ? undefined : { id: evseId, connectorId: connectorId ?? undefined },
  }
}

export function toVariable(choice: {
  readonly variable: string
  readonly variableInstance: string | null
}): VariableType {
  return { name: choice.variable, instance: choice.variableInstance ?? undefined }
}

/** Whether every choice names a component, as all variables of 2.x have one. */
export function haveComponents(choices: readonly { readonly component: string }[]): boolean {
  return choices.every(({ component }) => component !== '')
}

/** Parts of one message to a station that has not told how many it takes: what all that were seen take. */
const PARTS_PER_MESSAGE = 20

/** A long list in parts that fit a message: a station may refuse more than its ItemsPerMessage (B05.FR.11, B06.FR.05). */
export function inMessages<Item>(items: readonly Item[], taken: number | null): Item[][] {
  return inParts(items, taken ?? PARTS_PER_MESSAGE)
}
