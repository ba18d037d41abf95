import type { CatalogueAction, CatalogueCommand } from '@shared/contract/commands'
import type { Protocol } from '@shared/ocpp/station'
import type { z } from 'zod'

/** One command that the station's version can carry. */
export type CommandOfCatalogue = z.infer<typeof CatalogueCommand>
/** One message of the station's version. */
export type ActionOfCatalogue = z.infer<typeof CatalogueAction>

/** What a station can be told; without a protocol when it never was connected. */
export interface CatalogueData {
  readonly protocol: Protocol | null
  readonly commands: readonly CommandOfCatalogue[]
  readonly actions: readonly ActionOfCatalogue[]
}
