import type { KindFieldProps } from '@renderer/components/schemaForm'
import type { ComponentType } from 'react'
import { CardField } from './CardField'
import { CardsField } from './CardsField'
import { ConnectorField } from './ConnectorField'
import { EvseField } from './EvseField'
import { FirmwareField } from './FirmwareField'
import { SessionField } from './SessionField'
import { TransactionField } from './TransactionField'
import { ComponentField, VariableField } from './VariableField'

/** What draws the fields that hold something of the site (`FIELD_KINDS` of the commands); the others are plain. */
export const commandFields: Readonly<Record<string, ComponentType<KindFieldProps>>> = {
  evse: EvseField,
  connector: ConnectorField,
  card: CardField,
  cards: CardsField,
  session: SessionField,
  transaction: TransactionField,
  firmware: FirmwareField,
  component: ComponentField,
  variable: VariableField,
}
