import {
  type ListedEntry,
  OFFLINE_SETTINGS,
  type OfflineSetting,
  type StationOffline,
} from '@shared/contract/localLists'
import { AppError } from '@shared/errors'
import type { IdToken } from '@shared/ocpp/idToken'
import { settingPlace, settingSpelt } from '@shared/ocpp/offlineSettings'
import type { Protocol } from '@shared/ocpp/station'
import { ofWholeStation } from '@shared/ocpp/variable'
import { auditName } from '../cards/enrolment'
import { toListed } from '../cards/listing'
import { toFacts } from '../cards/lookUp'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Commands } from '../commands/commands'
import type { StationLinks } from '../stations/commands'
import type { StationRecord, Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { cardById } from '../store/queries/cards'
import {
  entriesOf,
  listableCards,
  listsToTryAgain,
  localListOf,
  nextValidityChange,
  saveLocalList,
} from '../store/queries/localLists'
import { variableRow } from '../store/queries/variables'
import { createListKeeper, type LeftOut } from './keeper'
import { LOCAL_LIST_LIMITS, type LocalListLimits } from './limits'
import type { AllListWords } from './listWords'
import { roomOf } from './room'
import { createRoomQuestions } from './roomQuestions'

/** The lists that stations decide by while this program is away: kept in step by themselves. */
export interface LocalLists {
  /** A station is connected and can be spoken to. */
  stationReady(stationId: number): void
  /** What every admitted station would do without this program. */
  all(): StationOffline[]
  /** @throws AppError UNKNOWN_STATION */
  entries(stationId: number): { entries: ListedEntry[]; total: number }
  /** @throws AppError UNKNOWN_STATION */
  setKept(stationId: number, kept: boolean): Promise<void>
  /** @returns false when the station is not connected. @throws AppError UNKNOWN_STATION */
  sendAgain(stationId: number): Promise<boolean>
  /** Resolves when nothing is left to be done at once; for whoever waits for the lists. */
  settled(): Promise<void>
  close(): void
}

export interface LocalListsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'record' | 'connection' | 'viewAll'>
  readonly links: Pick<StationLinks, 'request'>
  readonly commands: Pick<Commands, 'send' | 'view'>
  readonly words: AllListWords
  readonly numberFor?: (stationId: number, token: IdToken) => IdToken
  readonly onFailure: (error: unknown) => void
  /** False: nothing is sent by itself. */
  readonly limits?: Partial<LocalListLimits> | false
}

/** Entries of a list that are shown. */
const ENTRIES_SHOWN = 500

/** The longest that a timer can wait. */
const A_DAY_MS = 24 * 60 * 60_000

export function createLocalLists(deps: LocalListsDeps): LocalLists {
  const { store, clock, changes, stations, commands, onFailure } = deps
  const { read, writer } = store
  const limits = { ...LOCAL_LIST_LIMITS, ...deps.limits }
  const isOn = deps.limits !== false
  const due = new Set<number>()
  /** Every station is due; which those are is found out when they are looked at, and not at each of many changes. */
  let isAllDue = false
  let gathering: NodeJS.Timeout | undefined
  let later: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let closed = false

  const questions = createRoomQuestions({ ...deps, read, againMs: limits.askAgainMs })
  const keeper = createListKeeper({ ...deps, limits, askRoom: questions.ask })

  const schedule = (stationIds: Iterable<number>) => {
    if (!isOn || closed) return
    for (const id of stationIds) due.add(id)
    if ((isAllDue || due.size > 0) && !running) gathering ??= setTimeout(run, limits.gatherMs).unref()
  }
  const admitted = (): StationRecord[] =>
    stations.viewAll().flatMap(({ id, admission }) => (admission === 'admitted' ? (stations.record(id) ?? []) : []))
  const scheduleAll = () => {
    isAllDue = true
    schedule([])
  }

  /** What time brings: a card that begins or ends, and a list that is to be tried again. */
  const scheduleLater = () => {
    clearTimeout(later)
    const now = clock()
    const change = nextValidityChange(read, now)
    const isLeft = listsToTryAgain(read).some(({ station_id: id, state }) => {
      if (stations.record(id)?.admission !== 'admitted') return false
      // One that is behind and connected did not answer.
      return state === 'failed' || stations.connection(id) !== undefined
    })
    const wait = Math.min(change === null ? A_DAY_MS : change - now, isLeft ? limits.retryMs : A_DAY_MS, A_DAY_MS)
    if (isOn && !closed) later = setTimeout(scheduleAll, Math.max(wait, limits.gatherMs)).unref()
  }

  const lookAtAll = async () => {
    while ((isAllDue || due.size > 0) && !closed) {
      if (isAllDue) for (const { id } of admitted()) due.add(id)
      isAllDue = false
      // One look into the cards for all that are due now.
      const cards = listableCards(read)
      const round = [...due]
      due.clear()
      for (const stationId of round) {
        if (closed) return
        const isChanged = await keeper.look(stationId, cards).catch((error) => {
          onFailure(error)
          return false
        })
        if (isChanged) changes.emit('localList', stationId)
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
  }
  const run = () => {
    gathering = undefined
    running = lookAtAll()
      .catch(onFailure)
      .finally(() => {
        running = null
        if (closed) return
        scheduleLater()
        schedule([])
      })
  }

  /** A person wants it: whatever the station said or kept silent about before. */
  const askAnew = (stationId: number) => {
    questions.forget(stationId)
    return keeper.forget(stationId)
  }

  const existing = (stationId: number): StationRecord => {
    const record = stations.record(stationId)
    if (!record) throw new AppError('UNKNOWN_STATION')
    return record
  }

  const stops = [
    changes.on('card', scheduleAll),
    changes.on('numberForm', scheduleAll),
    changes.on('variables', (stationId) => {
      // Its own answers come here too; looking again at what is in step sends nothing.
      if (stations.connection(stationId)) schedule([stationId])
    }),
    changes.on('command', (commandId) => {
      const command = commands.view(commandId)
      if (!command) return
      questions.became(command)
      const isList = command.name === 'send-local-list' || command.action === 'SendLocalList'
      if (!isList || command.answeredAt === null) return
      // A person gave it another list.
      keeper.forget(command.stationId).then(() => schedule([command.stationId]), onFailure)
    }),
  ]
  // Cards may have begun or ended while the program was away, and who is left out is in no table.
  scheduleAll()

  const view = (record: StationRecord): StationOffline => {
    const { id, identity, row } = record
    const connection = stations.connection(id)
    const protocol = connection?.protocol ?? row.protocol ?? null
    const list = localListOf(read, id)
    const entries = entriesOf(read, id)
    const room = protocol && roomOf(read, id, protocol)
    const left = list.kept === 1 ? keeper.leftOut(id) : []
    return {
      stationId: id,
      identity,
      online: connection !== undefined,
      protocol,
      kept: list.kept === 1,
      state: list.state,
      inStepSince: list.in_step_since,
      version: list.version,
      entries: entries.length,
      accepted: entries.filter(({ entry }) => entry.includes('"Accepted"')).length,
      capacity: list.capacity_seen ?? room?.capacity ?? null,
      problem: list.problem,
      leftOut: left.slice(0, limits.leftOutNamed).flatMap((one) => named(one)),
      leftOutCount: left.length,
      settings: protocol ? settingsOf(id, protocol) : [],
    }
  }
  const named = ({ cardId, why }: LeftOut) => {
    const card = cardById(read, cardId)
    const number = card && auditName({ token: card.token, tokenType: card.token_type })
    return card && number !== undefined ? [{ cardId, number, holder: card.holder, why }] : []
  }
  const settingsOf = (stationId: number, protocol: Protocol): OfflineSetting[] =>
    OFFLINE_SETTINGS.flatMap((name) => {
      const place = settingPlace(name, protocol)
      if (!place) return []
      const known = variableRow(
        read,
        stationId,
        ofWholeStation(place.component, place.variable, place.variableInstance),
      )
      return [{ name, spelt: settingSpelt(place), value: known?.value ?? null }]
    })

  return {
    stationReady(stationId) {
      questions.connected(stationId)
      keeper.connected(stationId)
      schedule([stationId])
    },
    all: () => admitted().map(view),
    entries(stationId) {
      existing(stationId)
      const held = entriesOf(read, stationId)
      const now = clock()
      const entries = held.slice(0, ENTRIES_SHOWN).flatMap(({ card_id }): ListedEntry[] => {
        const card = cardById(read, card_id)
        if (!card) return []
        const token = { value: card.token, type: card.token_type }
        const { status } = toListed(token, toFacts(card), stationId, now)
        return [{ cardId: card.id, number: card.token, holder: card.holder, status }]
      })
      return { entries, total: held.length }
    },
    async setKept(stationId, kept) {
      existing(stationId)
      await writer.write((db) => {
        const row = localListOf(db, stationId)
        saveLocalList(db, { ...row, kept: kept ? 1 : 0, state: 'unknown', in_step_since: null })
      })
      if (kept) await askAnew(stationId)
      changes.emit('localList', stationId)
      schedule([stationId])
    },
    async sendAgain(stationId) {
      existing(stationId)
      if (!stations.connection(stationId)) return false
      await askAnew(stationId)
      schedule([stationId])
      return true
    },
    async settled() {
      while (gathering || running) {
        if (gathering) {
          clearTimeout(gathering)
          run()
        }
        await running
      }
    },
    close() {
      closed = true
      for (const stop of stops) stop()
      clearTimeout(gathering)
      clearTimeout(later)
    },
  }
}
