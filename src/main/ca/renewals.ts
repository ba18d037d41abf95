import { ENDS_SOON_MS } from '@shared/certificateEnd'
import type { CalendarEntry, RenewalPlan } from '@shared/contract/certificates'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Commands } from '../commands/commands'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { countAsked, type HeldRow, heldCertificates } from '../store/queries/renewals'
import { describeCertificate } from './chain'
import type { SiteAuthority } from './siteAuthority'

/** How stations are asked to renew their certificates, by name. Times in milliseconds. */
export interface RenewalLimits {
  /** How long before its end a certificate is renewed. */
  readonly beforeMs: number
  /** How long to wait for a request before asking again. */
  readonly againMs: number
  /** How often it is looked who is to be asked. */
  readonly lookMs: number
  /** Most times that a station is asked for one certificate. */
  readonly mostTimes: number
  /** Most stations that are asked at one look. */
  readonly together: number
  /** Most entries of the calendar. */
  readonly listed: number
}

const DAY = 24 * 3_600_000

export const RENEWAL_LIMITS: RenewalLimits = {
  beforeMs: ENDS_SOON_MS,
  againMs: DAY,
  lookMs: 10 * 60_000,
  mostTimes: 30,
  together: 10,
  listed: 500,
}

/** Has certificates renewed in good time: a station whose certificate ends soon is asked for a new request. */
export interface Renewals {
  /** From how long before its end a certificate is renewed, in milliseconds. */
  readonly beforeMs: number
  /** Asks who is to be asked now; resolves when all commands are stored. */
  look(): Promise<void>
  /** How many certificates of these issuing CAs stations live by, and how many of those have a request that waits. */
  ofIssuers(issuerIds: readonly number[]): { left: number; waiting: number }
  /** What ends when, and what will happen until then; what ends first comes first. */
  calendar(): CalendarEntry[]
  close(): Promise<void>
}

export interface RenewalsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'connection'>
  readonly commands: Pick<Commands, 'send' | 'view'>
  readonly authority: Pick<SiteAuthority, 'generations'>
  /** Until when the newest list of an authority is valid; null when it has none. */
  readonly listUntil: (issuerId: number) => number | null
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<RenewalLimits>
}

/** In whose name stations are asked. */
const ACTOR = 'chargehand'

export function createRenewals(deps: RenewalsDeps): Renewals {
  const { store, clock, changes, stations, commands, authority, onFailure } = deps
  const limits = { ...RENEWAL_LIMITS, ...deps.limits }
  let looking: Promise<void> | null = null
  let isClosed = false
  /** The certificates that the answer of a command is awaited for, by the command. */
  const awaited = new Map<number, number>()

  const plan = (row: HeldRow): RenewalPlan => {
    const { times, asked_at: at, command_id: commandId } = row
    if (row.replaced === 1) return { kind: 'replaced' }
    // It manages its renewal itself, or did what it was asked for: the rest is the manager's.
    if (row.request_id !== null) return { kind: 'request-waits', requestId: row.request_id }
    if (times >= limits.mostTimes) return { kind: 'given-up', times }
    // One whose issuing CA was replaced is renewed at the next occasion.
    const dueAt = row.of_old === 1 ? clock() : row.not_after - limits.beforeMs
    if (at === null) return { kind: 'will-ask', at: dueAt }
    const verdict = commandId === null ? null : (commands.view(commandId)?.verdict ?? null)
    return { kind: 'asked', at, times, verdict, againAt: at + limits.againMs }
  }

  const ask = async (row: HeldRow) => {
    const trigger = { message: 'sign-certificate', evseId: null, connectorId: null } as const
    const outcome = await commands.send(ACTOR, row.station_id, { name: 'trigger', input: trigger }, null)
    if (outcome.kind !== 'sent') return
    const { id } = outcome.command
    awaited.set(id, row.id)
    await store.writer.write((db) => countAsked(db, row.id, clock(), id))
    changes.emit('certificate', row.id)
  }

  /** The station went away before it heard of it, or before it said anything to it. */
  const gotLost = ({ command_id: commandId }: HeldRow) => {
    const state = commandId === null ? undefined : commands.view(commandId)?.state
    return state === 'offline' || state === 'unknown'
  }

  const lookNow = async () => {
    const now = clock()
    const due = heldCertificates(store.read, { endsBefore: now + limits.beforeMs, limit: limits.listed }).filter(
      (row) => {
        const { kind } = plan(row)
        const isTime =
          row.asked_at === null || row.asked_at > now || now - row.asked_at >= limits.againMs || gotLost(row)
        return (kind === 'will-ask' || kind === 'asked') && isTime && stations.connection(row.station_id) !== undefined
      },
    )
    for (const row of due.slice(0, limits.together)) {
      if (!isClosed) await ask(row).catch(onFailure)
    }
  }
  const look = () => {
    looking ??= lookNow().finally(() => {
      looking = null
    })
    return looking
  }

  const stopListening = changes.on('command', (commandId) => {
    const certificateId = awaited.get(commandId)
    const state = commands.view(commandId)?.state
    // One that got lost is never answered, and would be awaited for ever.
    if (certificateId === undefined || state === 'waiting' || state === 'sent') return
    awaited.delete(commandId)
    changes.emit('certificate', certificateId)
  })
  const timer = setInterval(() => {
    look().catch(onFailure)
  }, limits.lookMs)
  timer.unref()

  return {
    beforeMs: limits.beforeMs,
    look,
    ofIssuers(issuerIds) {
      const held = heldCertificates(store.read, { endsBefore: Number.MAX_SAFE_INTEGER, limit: limits.listed })
      const left = held.filter((row) => row.authority_id !== null && issuerIds.includes(row.authority_id))
      return { left: left.length, waiting: left.filter((row) => plan(row).kind === 'request-waits').length }
    },
    calendar() {
      const own = authority
        .generations()
        .filter(({ state }) => state !== 'retired')
        .map(({ id, role, generation, state, certificatePem }): CalendarEntry => {
          const { subject, notBefore, notAfter } = describeCertificate(certificatePem)
          const life = { subject, notBefore, notAfter }
          const plan = { kind: state === 'old' ? ('until-retired' as const) : ('by-hand' as const) }
          return { key: `${role}-${id}`, role, station: null, generation, ...life, plan }
        })
      const lists = authority.generations().flatMap((each): CalendarEntry[] => {
        const until = each.key === 'away' && each.state !== 'retired' ? deps.listUntil(each.id) : null
        if (until === null) return []
        const { subject } = describeCertificate(each.certificatePem)
        const plan = { kind: 'needs-root-key', from: until - limits.beforeMs } as const
        const life = { subject, notBefore: null, notAfter: until }
        const { generation } = each
        return [{ key: `list-${each.id}`, role: 'root-list', station: null, generation, ...life, plan }]
      })
      const held = heldCertificates(store.read, { endsBefore: Number.MAX_SAFE_INTEGER, limit: limits.listed })
      const ofStations = held.map((row): CalendarEntry => {
        const { subject, notBefore, notAfter } = describeCertificate(row.pem)
        const station = { id: row.station_id, identity: row.station_identity }
        const life = { subject, notBefore, notAfter }
        return { key: `${row.id}`, role: 'station', station, generation: null, ...life, plan: plan(row) }
      })
      return [...ofStations, ...own, ...lists].sort((a, b) => a.notAfter - b.notAfter)
    },
    async close() {
      isClosed = true
      clearInterval(timer)
      stopListening()
      await looking
    },
  }
}
