import { differences } from '@shared/auditFields'
import type { NameProblem, PortsState, ShownKey } from '@shared/contract/ports'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import type { Access } from '../access/access'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Links } from '../csms/links'
import { isOldTls } from '../csms/listener/tlsVersion'
import { createTurns } from '../inTurns'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { readExtraName } from './extraName'
import { type KeptPortSettings, type PortSettings, putPortSettings } from './portSettings'
import type { Ports } from './ports'

export interface StationName {
  readonly id: number
  readonly identity: string
}

export type SetNamesOutcome =
  | { readonly kind: 'saved'; readonly extra: string[] }
  | { readonly kind: 'bad-names'; readonly problems: { readonly entry: string; readonly problem: NameProblem }[] }

export type SetPlainOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'locks-out'; readonly stations: StationName[] }
  | { readonly kind: 'needs-tls' }

/** What the manager decides about how chargers reach this computer. All of it throws AppError STORE_WRITE_FAILED. */
export interface PortChoices {
  state(): PortsState
  setNames(actor: string, extra: readonly string[]): Promise<SetNamesOutcome>
  /** @throws AppError PORT_IN_USE, PORT_FORBIDDEN, ADDRESS_NOT_AVAILABLE: nothing was changed then */
  setPlain(actor: string, wanted: { readonly open: boolean; readonly confirmed: boolean }): Promise<SetPlainOutcome>
  setOldChargers(actor: string, allowed: boolean): Promise<void>
  setShownKey(actor: string, key: ShownKey): Promise<void>
}

export interface PortChoicesDeps {
  readonly store: Pick<Store, 'writer'>
  readonly clock: Clock
  readonly changes: Changes
  readonly ports: Ports
  readonly stations: Pick<Stations, 'viewAll' | 'connection'>
  readonly access: Pick<Access, 'of'>
  readonly links: Pick<Links, 'disconnect'>
  readonly settings: KeptPortSettings
  readonly siteName: () => string
  /** Where certificates say that they can be checked; null when they don't. */
  readonly publishesAt: string | null
}

export function createPortChoices(deps: PortChoicesDeps): PortChoices {
  const { store, clock, changes, ports, stations, access, links, settings } = deps

  const inTurn = createTurns(1)

  const save = async (actor: string, change: Partial<PortSettings>) => {
    const before = settings.get()
    const after = { ...before, ...change }
    const detail = differences(['extraNames', 'plain', 'oldChargers', 'shownKey'], before, after)
    await store.writer.write((db) => {
      putPortSettings(db, after)
      appendAudit(db, { at: clock(), actor, action: 'ports-changed', subject: deps.siteName(), detail })
    })
    settings.set(after)
    changes.emit('site', 0)
    changes.emit('audit', 0)
  }

  const admitted = () => stations.viewAll().filter(({ admission }) => admission === 'admitted')

  /** Those that are set to come without TLS, and those of no profile that are not known to come with it. */
  const lockedOutWithoutPlain = (): StationName[] =>
    admitted()
      .filter(({ id }) => {
        const { profile } = access.of(id)
        return profile === 1 || (profile === 0 && stations.connection(id)?.transport !== 'wss')
      })
      .map(({ id, identity }) => ({ id, identity }))

  const connectedWithOldTls = () =>
    stations.viewAll().flatMap(({ id, identity }) => {
      const { tlsVersion = null } = stations.connection(id) ?? {}
      return tlsVersion !== null && isOldTls(tlsVersion) ? [{ id, identity, tlsVersion }] : []
    })

  const disconnectAll = (those: readonly StationName[], reason: string) => {
    for (const { id } of those) links.disconnect(id, reason)
  }

  const openPlain = async (actor: string) => {
    // First what may fail for a reason that a person can change.
    await ports.openPlain()
    try {
      await save(actor, { plain: true })
    } catch (error) {
      await ports.closePlain()
      throw error
    }
  }

  const closePlain = async (actor: string) => {
    await save(actor, { plain: false })
    const closing = ports.closePlain()
    const there = stations.viewAll().filter(({ id }) => stations.connection(id)?.transport === 'ws')
    disconnectAll(there, words.close.plainClosed)
    await closing
    changes.emit('site', 0)
  }

  return {
    state() {
      const { extraNames, plain, oldChargers, shownKey } = settings.get()
      const found = ports.found()
      const certificate = ports.certificate()
      return {
        found: listed(found),
        extra: [...extraNames],
        certificate: certificate && { names: listed(certificate.names), notAfter: certificate.notAfter },
        plain: { wanted: plain, open: ports.hasPlain(), publishesAt: deps.publishesAt },
        oldChargers: { allowed: oldChargers, connected: connectedWithOldTls() },
        keys: { both: certificate?.bothKeys ?? true, shown: shownKey },
      }
    },

    setNames: (actor, typed) =>
      inTurn(async () => {
        const read = typed.map((entry) => ({ entry, name: readExtraName(entry) }))
        const problems = read.flatMap(({ entry, name }) =>
          name.kind === 'bad' ? [{ entry, problem: name.problem }] : [],
        )
        if (problems.length > 0) return { kind: 'bad-names', problems }
        const extra = [...new Set(read.flatMap(({ name }) => (name.kind === 'bad' ? [] : [name.text])))]
        if (extra.join() !== settings.get().extraNames.join()) {
          await save(actor, { extraNames: extra })
          await ports.renewCertificates()
        }
        return { kind: 'saved', extra }
      }),

    setPlain: (actor, { open, confirmed }) =>
      inTurn(async () => {
        if (open === settings.get().plain) return { kind: 'saved' }
        if (open) {
          await openPlain(actor)
          return { kind: 'saved' }
        }
        if (!ports.hasTls()) return { kind: 'needs-tls' }
        const lockedOut = lockedOutWithoutPlain()
        if (lockedOut.length > 0 && !confirmed) return { kind: 'locks-out', stations: lockedOut }
        await closePlain(actor)
        return { kind: 'saved' }
      }),

    setOldChargers: (actor, allowed) =>
      inTurn(async () => {
        if (allowed === settings.get().oldChargers) return
        await save(actor, { oldChargers: allowed })
        ports.applyChoice()
        if (!allowed) disconnectAll(connectedWithOldTls(), words.close.oldTls)
      }),

    setShownKey: (actor, shownKey) =>
      inTurn(async () => {
        if (shownKey === settings.get().shownKey) return
        await save(actor, { shownKey })
        ports.applyChoice()
      }),
  }
}

function listed({ dns, addresses }: { readonly dns: readonly string[]; readonly addresses: readonly string[] }) {
  return { dns: [...dns], addresses: [...addresses] }
}
