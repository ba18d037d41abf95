import type { StationCommand } from '@shared/commands'
import { MASTER_PASS_GROUP } from '@shared/ocpp/authorization'
import { ofWholeStation } from '@shared/ocpp/variable'
import type { ReadDb } from '../store/handles'
import { cardById } from '../store/queries/cards'
import { sessionsRunningAt } from '../store/queries/cardUse'
import { variableRow } from '../store/queries/variables'
import { auditName } from './enrolment'

/** Where a station keeps the group of the cards that stop the sessions of others (C12, C16); 1.6 has no such thing. */
export const MASTER_PASS_VARIABLE = ofWholeStation('AuthCtrlr', 'MasterPassGroupId')

/** Whether a station has told that it knows the site's MasterPass. */
export function knowsMasterPass(read: ReadDb, stationId: number): boolean {
  return variableRow(read, stationId, MASTER_PASS_VARIABLE)?.value?.toUpperCase() === MASTER_PASS_GROUP
}

export interface MasterPassDeps {
  readonly read: ReadDb
  readonly send: (actor: string, stationId: number, command: StationCommand) => Promise<unknown>
  readonly catchUp: () => void
  readonly onFailure: (error: unknown) => void
}

/**
 * Stops what runs at a station that was shown a MasterPass and does not know it: the site does what the station would
 * (C16.FR.01, all sessions where it can not ask which).
 */
export function stopByMasterPass(
  { read, send, catchUp, onFailure }: MasterPassDeps,
  stationId: number,
  cardId: number,
) {
  catchUp()
  const card = cardById(read, cardId)
  const actor = `MasterPass ${card ? auditName({ token: card.token, tokenType: card.token_type }) : ''}`.trim()
  for (const sessionId of sessionsRunningAt(read, stationId)) {
    send(actor, stationId, { name: 'stop-session', input: { sessionId } }).catch(onFailure)
  }
}
