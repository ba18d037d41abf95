import type { ServiceContext } from '@main/service/context'
import type { SiteRouter } from '@main/siteRouter'
import { implement } from '@orpc/server'
import { contract } from '@shared/contract'
import type { Station } from '@shared/contract/stations'
import { AppError } from '@shared/errors'
import { blankStation } from './blankStation'

/** A router of the real contract whose server side can be watched: what a transport did to it, and when. */
export interface Probe {
  readonly router: SiteRouter
  /** Feeds that are open on the server right now. */
  openFeeds(): number
  /** How often the server was asked for a feed's next event. */
  yielded(): number
  /** What became of the call that never answers by itself (`site.setUp`). */
  endlessCall(): 'not called' | 'running' | 'given up'
  /** Puts a station into this state, as if a charger had changed it. */
  change(id: number, label: string): void
  /** In whose name the last call was made. */
  actor(): string | null
}

/** What the probe's failing call knows and must not tell. */
export const SECRET = 'the cellar key is under the mat'

const unused = (): never => {
  throw new AppError('INTERNAL')
}

export function createProbe(): Probe {
  const stations = new Map<number, Station>()
  const readers = new Set<{ readonly dirty: Set<number>; wake(): void }>()
  let yielded = 0
  let endlessCall: ReturnType<Probe['endlessCall']> = 'not called'
  let actor: string | null = null

  const os = implement(contract).$context<ServiceContext>()

  const change = (id: number, label: string) => {
    stations.set(id, blankStation(id, `CP_${id}`, { label, admission: 'waiting' }))
    for (const reader of readers) {
      reader.dirty.add(id)
      reader.wake()
    }
  }

  const router = os.router({
    site: {
      watch: os.site.watch.handler(unused),
      revisions: os.site.revisions.handler(unused),
      clock: os.site.clock.handler(unused),
      // Never answers; only giving it up ends it.
      setUp: os.site.setUp.handler(
        ({ signal }) =>
          new Promise((_, reject) => {
            endlessCall = 'running'
            signal?.addEventListener('abort', () => {
              endlessCall = 'given up'
              reject(signal.reason)
            })
          }),
      ),
    },
    stations: {
      watch: os.stations.watch.handler(async function* ({ signal }) {
        const dirty = new Set<number>()
        let wake = () => {}
        const reader = { dirty, wake: () => wake() }
        readers.add(reader)
        signal?.addEventListener('abort', () => wake())
        try {
          yielded++
          yield { type: 'snapshot' as const, entries: [...stations.values()] }
          while (!signal?.aborted) {
            if (dirty.size === 0) {
              await new Promise<void>((resolve) => {
                wake = resolve
              })
              continue
            }
            const changed = [...dirty].map((id) => stations.get(id)).filter((entry) => entry !== undefined)
            dirty.clear()
            yielded++
            yield { type: 'changes' as const, changed, removed: [] }
          }
        } finally {
          readers.delete(reader)
        }
      }),
      register: os.stations.register.handler(({ input, context }) => {
        actor = context.actor
        const known = [...stations.values()].find((entry) => entry.identity === input.identity)
        if (known) return { kind: 'already-known', stationId: known.id, admission: known.admission }
        const id = stations.size + 1
        change(id, input.label)
        stations.set(id, blankStation(id, input.identity, { label: input.label, admission: 'waiting' }))
        return { kind: 'registered', stationId: id }
      }),
      admit: os.stations.admit.handler(({ errors }) => {
        throw errors.UNKNOWN_STATION({ data: { station: 7 } })
      }),
      refuse: os.stations.refuse.handler(() => {
        throw new AppError('UNKNOWN_STATION', { station: 8 })
      }),
      update: os.stations.update.handler(({ input }) => {
        change(input.stationId, input.label ?? '')
        return { kind: 'saved' }
      }),
    },
    devices: {
      watch: os.devices.watch.handler(unused),
      update: os.devices.update.handler(unused),
      revoke: os.devices.revoke.handler(unused),
      remove: os.devices.remove.handler(unused),
      tokens: os.devices.tokens.handler(unused),
      makeToken: os.devices.makeToken.handler(unused),
      endToken: os.devices.endToken.handler(unused),
      endpoints: os.devices.endpoints.handler(unused),
      listen: os.devices.listen.handler(unused),
      publish: os.devices.publish.handler(unused),
    },
    operators: {
      list: os.operators.list.handler(unused),
      add: os.operators.add.handler(unused),
      change: os.operators.change.handler(unused),
      setSecret: os.operators.setSecret.handler(unused),
      remove: os.operators.remove.handler(unused),
      setIdle: os.operators.setIdle.handler(unused),
    },
    seat: {
      watch: os.seat.watch.handler(unused),
      signIn: os.seat.signIn.handler(unused),
      lock: os.seat.lock.handler(unused),
      seen: os.seat.seen.handler(unused),
      setSecret: os.seat.setSecret.handler(unused),
    },
    apiTokens: {
      watch: os.apiTokens.watch.handler(unused),
      configure: os.apiTokens.configure.handler(unused),
      makeToken: os.apiTokens.makeToken.handler(unused),
      endToken: os.apiTokens.endToken.handler(unused),
    },
    upgrades: {
      start: os.upgrades.start.handler(unused),
      get: os.upgrades.get.handler(unused),
      all: os.upgrades.all.handler(unused),
      watchOpen: os.upgrades.watchOpen.handler(unused),
      retry: os.upgrades.retry.handler(unused),
      doneByHand: os.upgrades.doneByHand.handler(unused),
      rollBack: os.upgrades.rollBack.handler(unused),
    },
    ports: {
      watch: os.ports.watch.handler(unused),
      setNames: os.ports.setNames.handler(unused),
      setPlain: os.ports.setPlain.handler(unused),
      setOldChargers: os.ports.setOldChargers.handler(unused),
      setShownKey: os.ports.setShownKey.handler(unused),
    },
    power: { watch: os.power.watch.handler(unused), history: os.power.history.handler(unused) },
    localLists: {
      all: os.localLists.all.handler(unused),
      entries: os.localLists.entries.handler(unused),
      setKept: os.localLists.setKept.handler(unused),
      sendAgain: os.localLists.sendAgain.handler(unused),
    },
    cardImport: {
      begin: os.cardImport.begin.handler(unused),
      append: os.cardImport.append.handler(unused),
      read: os.cardImport.read.handler(unused),
      run: os.cardImport.run.handler(unused),
      drop: os.cardImport.drop.handler(unused),
    },
    readers: {
      watchTaps: os.readers.watchTaps.handler(unused),
      tryAgain: os.readers.tryAgain.handler(unused),
      scanned: os.readers.scanned.handler(unused),
      keyboardForm: os.readers.keyboardForm.handler(unused),
      learnKeyboardForm: os.readers.learnKeyboardForm.handler(unused),
      forgetKeyboardForm: os.readers.forgetKeyboardForm.handler(unused),
      otherSpellings: os.readers.otherSpellings.handler(unused),
      forms: os.readers.forms.handler(unused),
      presentedAt: os.readers.presentedAt.handler(unused),
      compare: os.readers.compare.handler(unused),
      calibrate: os.readers.calibrate.handler(unused),
      forgetForm: os.readers.forgetForm.handler(unused),
    },
    cards: {
      find: os.cards.find.handler(({ input }) => ({
        entries: [],
        next: input.before ?? null,
        total: input.blocked === true ? input.limit : 0,
      })),
      get: os.cards.get.handler(unused),
      enrol: os.cards.enrol.handler(unused),
      withdraw: os.cards.withdraw.handler(unused),
      update: os.cards.update.handler(unused),
      check: os.cards.check.handler(unused),
      replace: os.cards.replace.handler(unused),
      erase: os.cards.erase.handler(unused),
      startPolicy: os.cards.startPolicy.handler(unused),
      setStartPolicy: os.cards.setStartPolicy.handler(unused),
      watchUnknown: os.cards.watchUnknown.handler(unused),
      dismissUnknown: os.cards.dismissUnknown.handler(unused),
    },
    sessions: {
      watchRunning: os.sessions.watchRunning.handler(unused),
      find: os.sessions.find.handler(unused),
      export: os.sessions.export.handler(unused),
      exportReadings: os.sessions.exportReadings.handler(unused),
      energyHistory: os.sessions.energyHistory.handler(unused),
      get: os.sessions.get.handler(unused),
      rawEvents: os.sessions.rawEvents.handler(unused),
      notUnderstood: os.sessions.notUnderstood.handler(unused),
      samples: os.sessions.samples.handler(unused),
      signed: os.sessions.signed.handler(unused),
      reconciliation: os.sessions.reconciliation.handler(unused),
      settle: os.sessions.settle.handler(unused),
      unsettle: os.sessions.unsettle.handler(unused),
    },
    reports: {
      month: os.reports.month.handler(unused),
      sessions: os.reports.sessions.handler(unused),
      table: os.reports.table.handler(unused),
      workbook: os.reports.workbook.handler(unused),
      print: os.reports.print.handler(unused),
      issuer: os.reports.issuer.handler(unused),
      setIssuer: os.reports.setIssuer.handler(unused),
    },
    tariffs: {
      list: os.tariffs.list.handler(unused),
      add: os.tariffs.add.handler(unused),
      remove: os.tariffs.remove.handler(unused),
    },
    requests: {
      watch: os.requests.watch.handler(unused),
      find: os.requests.find.handler(unused),
      summary: os.requests.summary.handler(unused),
      queue: os.requests.queue.handler(unused),
      place: os.requests.place.handler(unused),
      approveGreen: os.requests.approveGreen.handler(unused),
      get: os.requests.get.handler(() => {
        throw new Error(SECRET)
      }),
      approve: os.requests.approve.handler(unused),
      reject: os.requests.reject.handler(unused),
      reopen: os.requests.reopen.handler(unused),
      resend: os.requests.resend.handler(unused),
      settle: os.requests.settle.handler(unused),
    },
    deskRules: {
      list: os.deskRules.list.handler(unused),
      save: os.deskRules.save.handler(unused),
      switch: os.deskRules.switch.handler(unused),
      remove: os.deskRules.remove.handler(unused),
      dryRun: os.deskRules.dryRun.handler(unused),
    },
    approvers: {
      setWanted: os.approvers.setWanted.handler(unused),
      list: os.approvers.list.handler(unused),
      add: os.approvers.add.handler(unused),
      remove: os.approvers.remove.handler(unused),
    },
    certificates: {
      authority: os.certificates.authority.handler(unused),
      find: os.certificates.find.handler(unused),
      get: os.certificates.get.handler(unused),
      calendar: os.certificates.calendar.handler(unused),
      revoke: os.certificates.revoke.handler(unused),
    },
    events: {
      security: os.events.security.handler(unused),
      audit: os.events.audit.handler(unused),
      authorizations: os.events.authorizations.handler(unused),
    },
    variables: {
      find: os.variables.find.handler(unused),
      get: os.variables.get.handler(unused),
      reports: os.variables.reports.handler(unused),
    },
    notices: { find: os.notices.find.handler(unused), get: os.notices.get.handler(unused) },
    frames: {
      find: os.frames.find.handler(unused),
      get: os.frames.get.handler(unused),
      watch: os.frames.watch.handler(unused),
      state: os.frames.state.handler(unused),
      export: os.frames.export.handler(unused),
    },
    files: {
      find: os.files.find.handler(unused),
      get: os.files.get.handler(unused),
      remove: os.files.remove.handler(unused),
      describe: os.files.describe.handler(unused),
      read: os.files.read.handler(unused),
      text: os.files.text.handler(unused),
      begin: os.files.begin.handler(unused),
      append: os.files.append.handler(unused),
      finish: os.files.finish.handler(unused),
      cancel: os.files.cancel.handler(unused),
    },
    desktop: {
      watch: os.desktop.watch.handler(unused),
      set: os.desktop.set.handler(unused),
      speak: os.desktop.speak.handler(unused),
    },
    backup: {
      watch: os.backup.watch.handler(unused),
      create: os.backup.create.handler(unused),
      beginRestore: os.backup.beginRestore.handler(unused),
      appendRestore: os.backup.appendRestore.handler(unused),
      finishRestore: os.backup.finishRestore.handler(unused),
      cancelRestore: os.backup.cancelRestore.handler(unused),
      exportAuthority: os.backup.exportAuthority.handler(unused),
      setPlan: os.backup.setPlan.handler(unused),
      removePlan: os.backup.removePlan.handler(unused),
      runPlan: os.backup.runPlan.handler(unused),
      tryNewest: os.backup.tryNewest.handler(unused),
    },
    updates: {
      watch: os.updates.watch.handler(unused),
      setFeed: os.updates.setFeed.handler(unused),
      look: os.updates.look.handler(unused),
      fetch: os.updates.fetch.handler(unused),
      cancelFetch: os.updates.cancelFetch.handler(unused),
      begin: os.updates.begin.handler(unused),
      append: os.updates.append.handler(unused),
      finish: os.updates.finish.handler(unused),
      cancel: os.updates.cancel.handler(unused),
      install: os.updates.install.handler(unused),
      discard: os.updates.discard.handler(unused),
    },
    tolerance: {
      get: os.tolerance.get.handler(unused),
      setStrict: os.tolerance.setStrict.handler(unused),
      setAccepted: os.tolerance.setAccepted.handler(unused),
    },
    roots: {
      get: os.roots.get.handler(unused),
      ask: os.roots.ask.handler(unused),
      install: os.roots.install.handler(unused),
      installOther: os.roots.installOther.handler(unused),
      remove: os.roots.remove.handler(unused),
      askAll: os.roots.askAll.handler(unused),
      installAll: os.roots.installAll.handler(unused),
    },
    rollOver: {
      get: os.rollOver.get.handler(unused),
      replaceIssuing: os.rollOver.replaceIssuing.handler(unused),
      prepareRoot: os.rollOver.prepareRoot.handler(unused),
      cancelRoot: os.rollOver.cancelRoot.handler(unused),
      switchRoot: os.rollOver.switchRoot.handler(unused),
      retire: os.rollOver.retire.handler(unused),
      exportRootKey: os.rollOver.exportRootKey.handler(unused),
      takeRootKeyAway: os.rollOver.takeRootKeyAway.handler(unused),
      signRootList: os.rollOver.signRootList.handler(unused),
      bringRootKeyBack: os.rollOver.bringRootKeyBack.handler(unused),
    },
    security: {
      get: os.security.get.handler(unused),
      list: os.security.list.handler(unused),
      setProfile: os.security.setProfile.handler(unused),
      setPassword: os.security.setPassword.handler(unused),
      rotatePassword: os.security.rotatePassword.handler(unused),
    },
    refusedCalls: {
      find: os.refusedCalls.find.handler(unused),
      forget: os.refusedCalls.forget.handler(unused),
    },
    commands: {
      catalogue: os.commands.catalogue.handler(unused),
      form: os.commands.form.handler(unused),
      send: os.commands.send.handler(unused),
      sendAction: os.commands.sendAction.handler(unused),
      cancel: os.commands.cancel.handler(unused),
      find: os.commands.find.handler(unused),
      get: os.commands.get.handler(unused),
      watchOpen: os.commands.watchOpen.handler(unused),
    },
  })

  return {
    router,
    openFeeds: () => readers.size,
    yielded: () => yielded,
    endlessCall: () => endlessCall,
    change,
    actor: () => actor,
  }
}
