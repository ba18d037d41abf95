import type { StationCommand } from '@shared/commands'
import type { NotPossible } from '@shared/commands/standing'
import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { IdToken } from '@shared/ocpp/idToken'
import type { Protocol } from '@shared/ocpp/station'
import { type ListedCard, toListed } from '../cards/listing'
import { toFacts } from '../cards/lookUp'
import type { CardNumbers } from '../readers/cardNumbers'
import type { ReadDb } from '../store/handles'
import { allCards, type CardRow, cardById } from '../store/queries/cards'
import { transactionOf } from '../store/queries/commands'
import { connectorsOf } from '../store/queries/stations'
import { toldNumber } from '../store/queries/variables'
import type { CommandFacts, MessageRoom } from './dialect'
import type { CommandFiles, FirmwareFacts } from './files'
import type { Order } from './order'
import { replacedLimit } from './replacedLimit'

export interface FactsDeps {
  readonly read: ReadDb
  readonly files: CommandFiles
  /** Whether a session could be begun with a card. */
  readonly cards: StartChecks
  /** How stations write numbers of cards; as they are stored without it. */
  readonly numbers?: Pick<CardNumbers, 'numberFor'>
}

/** The rules of cards, as far as commands need them. */
export interface StartChecks {
  check(cardId: number, place: { stationId: number; evseId: number | null; at: null }): { status: AuthorizationStatus }
}

/** For whom and when an order is looked up. */
export interface FactsOf {
  readonly stationId: number
  readonly protocol: Protocol
  readonly number: number
  readonly now: number
}

export type FactsOutcome =
  | { readonly kind: 'facts'; readonly facts: CommandFacts }
  | { readonly kind: 'not-possible'; readonly reason: NotPossible }

/** Stands for a link until the command is sent: links are made then, because their time runs from then on. */
const LATER = 'https://chargehand.invalid/file'

/**
 * Looks up what an order names. Links to the site's own files are made only `forSending`; before that a placeholder
 * stands for them, so that everything else can be checked when the command is given.
 */
export async function lookUpFacts(
  deps: FactsDeps,
  of: FactsOf,
  order: Order,
  forSending: boolean,
): Promise<FactsOutcome> {
  const { protocol, number, now } = of
  const takes = roomOf(deps.read, of.stationId)
  const connectors = connectorsOf(deps.read, of.stationId).filter(({ connectorId }) => connectorId > 0)
  const none = { ...NO_CARDS, session: null, url: '', firmware: null, replaces: null }
  if (order.kind === 'action') return { kind: 'facts', facts: { protocol, number, now, takes, connectors, ...none } }
  const { command } = order
  const cards = cardsOf(deps, command, of.stationId, now)
  const session = sessionOf(deps.read, of.stationId, command)
  const firmware = firmwareOf(deps.files, command)
  if (cards === undefined) return { kind: 'not-possible', reason: 'unknown-card' }
  if (!mayStart(deps.cards, of.stationId, command)) return { kind: 'not-possible', reason: 'card-refused' }
  if (session === undefined) return { kind: 'not-possible', reason: 'unknown-session' }
  if (firmware === undefined) return { kind: 'not-possible', reason: 'unknown-firmware' }
  const url = await urlOf(deps.files, of, command, forSending)
  if (url === null) return { kind: 'not-possible', reason: 'no-file-address' }
  const replaces = command.name === 'limit-charging' ? replacedLimit(deps.read, of.stationId, command.input) : null
  const facts = { protocol, number, now, takes, connectors, ...cards, session, firmware, url, replaces }
  return { kind: 'facts', facts }
}

/** The limits that a station has told of, by the names of every version (2.x ItemsPerMessage, 1.6 keys). */
function roomOf(read: ReadDb, stationId: number): MessageRoom {
  const told = (component: string, variable: string, variableInstance: string | null) =>
    toldNumber(read, stationId, { component, variable, variableInstance })
  return {
    variablesRead:
      told('DeviceDataCtrlr', 'ItemsPerMessage', 'GetVariables') ?? told('', 'GetConfigurationMaxKeys', null),
    variablesWritten: told('DeviceDataCtrlr', 'ItemsPerMessage', 'SetVariables'),
    monitorsCleared: told('MonitoringCtrlr', 'ItemsPerMessage', 'ClearVariableMonitoring'),
    listEntries: told('LocalAuthListCtrlr', 'ItemsPerMessage', null) ?? told('', 'SendLocalListMaxLength', null),
  }
}

type CardParts = Pick<CommandFacts, 'card' | 'cards' | 'removedCards'>

const NO_CARDS: CardParts = { card: null, cards: [], removedCards: [] }

/** The cards that a command names; undefined when one of them is not enrolled any more. */
function cardsOf(deps: FactsDeps, command: StationCommand, stationId: number, now: number): CardParts | undefined {
  const { read, numbers } = deps
  const { name, input } = command
  const written = (row: CardRow): IdToken => {
    const token = { value: row.token, type: row.token_type }
    return numbers?.numberFor(stationId, token) ?? token
  }
  if (name === 'send-local-list') {
    const listed = input.cardIds === null ? allCards(read) : input.cardIds.map((id) => cardById(read, id))
    const removed = input.removedCardIds.map((id) => cardById(read, id))
    const toEntry = (row: CardRow): ListedCard => toListed(written(row), toFacts(row), stationId, now)
    if (!all(listed) || !all(removed)) return undefined
    return { ...NO_CARDS, cards: listed.map(toEntry), removedCards: removed.map(toEntry) }
  }
  if (!('cardId' in input) || input.cardId === null) return NO_CARDS
  const row = cardById(read, input.cardId)
  return row && { ...NO_CARDS, card: { token: written(row), group: row.card_group } }
}

function all<Row>(rows: readonly (Row | undefined)[]): rows is readonly Row[] {
  return rows.every((row) => row !== undefined)
}

/** Whether the card in whose name a session is to be started would be accepted there. */
function mayStart(cards: StartChecks, stationId: number, { name, input }: StationCommand): boolean {
  if (name !== 'start-session' || input.cardId === null) return true
  return cards.check(input.cardId, { stationId, evseId: input.evseId, at: null }).status === 'accepted'
}

/** The session that a command names, null when it names none; undefined when this station has no such session. */
function sessionOf(read: ReadDb, stationId: number, { input }: StationCommand): CommandFacts['session'] | undefined {
  if (!('sessionId' in input) || input.sessionId === null) return null
  const row = transactionOf(read, stationId, input.sessionId)
  return row && { transactionId: row.transaction_id, evseId: row.evse_id, running: row.state === 'running' }
}

/** What goes along with the firmware that a command names, null when it names none; undefined when there is no such. */
function firmwareOf(files: CommandFiles, { input }: StationCommand): FirmwareFacts | null | undefined {
  return 'firmwareId' in input && input.firmwareId !== null ? files.firmware(input.firmwareId) : null
}

/** Where the station is to fetch or put a file: '' where it does neither, null when it can't reach this computer. */
async function urlOf(
  files: CommandFiles,
  { stationId, number: requestId }: FactsOf,
  { name, input }: StationCommand,
  forSending: boolean,
): Promise<string | null> {
  if (name !== 'get-log' && name !== 'update-firmware' && name !== 'publish-firmware') return ''
  if (input.url !== null) return input.url
  if (!forSending) return LATER
  if (name === 'get-log') return files.uploadLink({ stationId, log: input.log, requestId })
  if (input.firmwareId === null) return null
  const fetchAt = name === 'update-firmware' ? input.fetchAt : null
  return files.downloadLink({ stationId, firmwareId: input.firmwareId, requestId, fetchAt })
}
