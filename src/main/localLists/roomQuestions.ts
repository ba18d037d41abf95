import type { StationCommand } from '@shared/commands'
import type { Command } from '@shared/contract/commands'
import { OFFLINE_SETTINGS } from '@shared/contract/localLists'
import { settingPlace, settingSpelt } from '@shared/ocpp/offlineSettings'
import type { Protocol } from '@shared/ocpp/station'
import { ofWholeStation } from '@shared/ocpp/variable'
import type { Clock } from '../clock'
import type { Commands } from '../commands/commands'
import type { Stations } from '../stations/stations'
import type { ReadDb } from '../store/handles'
import { newestSentBy } from '../store/queries/commands'
import { type AskedOnce, createAskedOnce } from './askedOnce'
import { ROOM_VARIABLES } from './room'

/** Has stations tell what their lists can hold; one that does not say is not asked at each of its connections. */
export interface RoomQuestions extends Pick<AskedOnce, 'connected' | 'forget'> {
  /** Asks a connected station, unless it was asked and is what it was then. */
  ask(stationId: number): void
  /** Something became of a command: a question that did not go out is asked another time. */
  became(command: Command): void
}

export interface RoomQuestionsDeps {
  readonly read: ReadDb
  readonly clock: Clock
  readonly stations: Pick<Stations, 'record' | 'connection'>
  readonly commands: Pick<Commands, 'send'>
  readonly againMs: number
  /** Told of failures that nobody waits for. */
  readonly onFailure: (error: unknown) => void
}

/** In whose name stations are asked. */
const ACTOR = 'local lists'

/** The question that every version has; whether it went out is whether the station was asked. */
const FIRST = 'read-variables'

export function createRoomQuestions(deps: RoomQuestionsDeps): RoomQuestions {
  const { read, clock, stations, commands, againMs, onFailure } = deps
  const asked = createAskedOnce(deps)
  // An earlier run of the program may have asked. Looked up now, while stations are still what they were then.
  for (const { stationId, at } of newestSentBy(read, ACTOR, FIRST, clock() - againMs)) asked.note(stationId, at)

  const send = async (stationId: number, command: StationCommand) => {
    let isSent = false
    try {
      isSent = (await commands.send(ACTOR, stationId, command, null)).kind === 'sent'
    } finally {
      // Neither is one asked whose question could not even be written down.
      if (!isSent && command.name === FIRST) asked.forget(stationId)
    }
  }

  return {
    ask(stationId) {
      const protocol = stations.connection(stationId)?.protocol
      if (!protocol || asked.stands(stationId)) return
      asked.note(stationId)
      for (const command of questions(protocol)) send(stationId, command).catch(onFailure)
    },
    became({ actor, name, state, stationId }) {
      if (actor === ACTOR && name === FIRST && state === 'offline') asked.forget(stationId)
    },
    connected: asked.connected,
    forget: asked.forget,
  }
}

/** What a station is asked to tell of its list, and of what it does alone. */
function questions(protocol: Protocol): StationCommand[] {
  const settings = OFFLINE_SETTINGS.flatMap((name) => settingPlace(name, protocol) ?? [])
  const isFirst = protocol === 'ocpp1.6'
  const rooms = isFirst
    ? ROOM_VARIABLES['ocpp1.6'].map((variable) => ({ component: '', variable, variableInstance: null }))
    : ROOM_VARIABLES['ocpp2.x'].map((variable) => ({
        component: 'LocalAuthListCtrlr',
        variable,
        variableInstance: null,
      }))
  const names = new Map(
    [...rooms, ...settings].map((place) => {
      const { component, variable, variableInstance } = place
      return [settingSpelt(place), ofWholeStation(component, variable, variableInstance)]
    }),
  )
  const values: StationCommand = { name: FIRST, input: { variables: [...names.values()] } }
  if (isFirst) return [values]
  // How many entries it takes is told by a report alone.
  const whole = { componentInstance: null, evseId: null, connectorId: null, variableInstance: null }
  const variables = [{ component: 'LocalAuthListCtrlr', variable: null, ...whole }]
  return [values, { name: 'report-selected', input: { criteria: [], variables } }]
}
