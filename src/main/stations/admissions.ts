import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import type { StationLinks } from './commands'
import type { Stations } from './stations'

/** The manager's word on who is let in, and what it does to an open connection. */
export interface Admissions {
  /** @returns false when the station was admitted already. @throws AppError UNKNOWN_STATION */
  admit(actor: string, stationId: number): Promise<boolean>
  /** @returns false when it was refused already. @throws AppError UNKNOWN_STATION */
  refuse(actor: string, stationId: number): Promise<boolean>
}

export interface AdmissionsDeps {
  readonly stations: Stations
  readonly links: StationLinks
  /** Told of failures that nobody waits for. */
  readonly onFailure: (error: unknown) => void
}

export function createAdmissions({ stations, links, onFailure }: AdmissionsDeps): Admissions {
  return {
    async admit(actor, stationId) {
      const admitted = await stations.setAdmission(actor, stationId, 'admitted')
      // A station that waits would ask again at its next retry; asked now, it is served at once. Whatever it answers:
      // from here on it is served.
      if (admitted) links.send(stationId, 'ask-boot', {}).catch(onFailure)
      return admitted
    },
    async refuse(actor, stationId) {
      const refused = await stations.setAdmission(actor, stationId, 'refused')
      if (refused) links.disconnect(stationId, words.close.refused)
      return refused
    },
  }
}
