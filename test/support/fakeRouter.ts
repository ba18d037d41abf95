import { implement } from '@orpc/server'
import { learnForm } from '@shared/cardNumbers/learnForm'
import { contract } from '@shared/contract'
import type { SessionFilter } from '@shared/contract/ledger'
import type { Admission } from '@shared/ocpp/station'
import { toldAsItCame } from '@shared/told'
import { thisComputersZone } from '@shared/zone'
import type { z } from 'zod'
import { blankStation } from './blankStation'
import type { FakeSite } from './fakeSite/FakeSite'
import { PEM } from './fakeSite/ledgers'
import { placeOf, queueOf, summaryFeed } from './fakeSite/queue'
import { emptyReport } from './fakeSite/report'
import { SAMPLE_LOG } from './fakeSite/sample'

/** One page of entries, newest first, as the contract has it. */
function pageOf<Entry extends { readonly id: number }>(
  all: readonly Entry[],
  { before, limit }: { readonly before?: number | null; readonly limit: number },
) {
  const sorted = all.toSorted((a, b) => b.id - a.id)
  const rest = sorted.filter(({ id }) => before == null || id < before)
  const entries = rest.slice(0, limit)
  return { entries, next: rest.length > limit ? (entries.at(-1)?.id ?? null) : null, total: all.length }
}

const includes = (search: string, ...texts: (string | null)[]) =>
  texts.some((text) => text?.toLowerCase().includes(search.toLowerCase()) === true)

/**
 * The contract on a FakeSite, for screens without a server behind them: component tests and screenshots. Input and
 * output are validated by the contract as on the real server; what it decides is simpler. The request desk's cases are
 * not part of it: their findings come from the real examination only.
 */
export function fakeRouter(fake: FakeSite, now: () => number = Date.now) {
  const os = implement(contract)
  let nextId = 1_000

  const setAdmission = (stationId: number, admission: Admission) => {
    const station = fake.stations.get(stationId)
    if (station === undefined || station.admission === admission) return station
    fake.stations.put({ ...station, admission })
    fake.changed('stations')
    return station
  }

  const meant = (input: z.infer<typeof SessionFilter>) =>
    fake.ledger.list.filter(
      (session) =>
        (input.stationId === undefined || session.stationId === input.stationId) &&
        (input.state === undefined || session.state === input.state) &&
        (input.unsettled !== true || session.unsettled) &&
        (input.from === undefined || (session.startedAt ?? 0) >= input.from) &&
        (input.to === undefined || (session.startedAt ?? 0) < input.to) &&
        includes(input.search, session.stationIdentity, session.token, session.holder, session.cardLabel),
    )

  return os.router({
    site: {
      watch: os.site.watch.handler(({ signal }) => fake.state.watch(signal)),
      revisions: os.site.revisions.handler(({ signal }) => fake.revisions.watch(signal)),
      clock: os.site.clock.handler(() => ({ timeZone: thisComputersZone().name })),
      setUp: os.site.setUp.handler(({ input, errors }) => {
        if (fake.state.value.phase !== 'setup') throw errors.ALREADY_SET_UP({ data: {} })
        if (input.siteName === 'Port taken') {
          throw errors.PORT_IN_USE({ data: { port: 9000, address: '0.0.0.0', option: '--ocpp-port' } })
        }
        fake.setUp(input.siteName, input.organisation)
        return { kind: 'done' }
      }),
    },
    stations: {
      watch: os.stations.watch.handler(({ signal }) => fake.stations.feed(signal)),
      register: os.stations.register.handler(async ({ input }) => {
        const known = fake.stations.list.find(({ identity }) => identity === input.identity)
        if (known !== undefined) return { kind: 'already-known', stationId: known.id, admission: known.admission }
        const id = nextId++
        fake.stations.put(blankStation(id, input.identity, input))
        fake.changed('stations')
        await fake.registered
        return { kind: 'registered', stationId: id }
      }),
      admit: os.stations.admit.handler(({ input, errors }) => {
        const before = setAdmission(input.stationId, 'admitted')
        if (before === undefined) throw errors.UNKNOWN_STATION({ data: {} })
        return { kind: before.admission === 'admitted' ? 'already-admitted' : 'admitted', profile: 0 }
      }),
      refuse: os.stations.refuse.handler(({ input, errors }) => {
        const before = setAdmission(input.stationId, 'refused')
        if (before === undefined) throw errors.UNKNOWN_STATION({ data: {} })
        return { kind: before.admission === 'refused' ? 'already-refused' : 'refused' }
      }),
      update: os.stations.update.handler(({ input, errors }) => {
        const { stationId, ...names } = input
        const station = fake.stations.get(stationId)
        if (station === undefined) throw errors.UNKNOWN_STATION({ data: {} })
        fake.stations.put({ ...station, ...names })
        fake.changed('stations')
        return { kind: 'saved' }
      }),
    },
    power: {
      watch: os.power.watch.handler(({ signal }) => fake.power.watch(signal)),
      history: os.power.history.handler(() => fake.powerHistory),
    },
    localLists: {
      all: os.localLists.all.handler(() => ({ stations: [] })),
      entries: os.localLists.entries.handler(() => ({ entries: [], total: 0 })),
      setKept: os.localLists.setKept.handler(() => ({ kind: 'saved' })),
      sendAgain: os.localLists.sendAgain.handler(() => ({ kind: 'begun' })),
    },
    cardImport: {
      begin: os.cardImport.begin.handler(() => ({ importId: 'import' })),
      append: os.cardImport.append.handler(({ input }) => ({ characters: input.text.length })),
      read: os.cardImport.read.handler(() => ({ kind: 'no-rows' })),
      run: os.cardImport.run.handler(async function* () {
        yield { kind: 'checked', good: 0, skipped: 0, problems: [], problemCount: 0 }
      }),
      drop: os.cardImport.drop.handler(() => ({ kind: 'dropped' })),
    },
    readers: {
      watchTaps: os.readers.watchTaps.handler(({ signal }) => fake.taps.feed(signal)),
      tryAgain: os.readers.tryAgain.handler(() => ({ kind: 'started' })),
      scanned: os.readers.scanned.handler(() => ({ kind: 'refused', reason: 'unknown-form' })),
      keyboardForm: os.readers.keyboardForm.handler(() => null),
      learnKeyboardForm: os.readers.learnKeyboardForm.handler(({ input }) => learnForm(input.uid, input.text)),
      forgetKeyboardForm: os.readers.forgetKeyboardForm.handler(() => ({ kind: 'already-gone' })),
      otherSpellings: os.readers.otherSpellings.handler(() => ({ found: [] })),
      forms: os.readers.forms.handler(() => ({ forms: [] })),
      presentedAt: os.readers.presentedAt.handler(() => ({ presented: [] })),
      compare: os.readers.compare.handler(({ input }) => learnForm(input.uid, input.seen)),
      calibrate: os.readers.calibrate.handler(() => ({ kind: 'no-model' })),
      forgetForm: os.readers.forgetForm.handler(() => ({ kind: 'already-gone' })),
    },
    cards: {
      find: os.cards.find.handler(({ input }) =>
        pageOf(
          fake.cards.list.filter(
            (card) =>
              (input.blocked === undefined || card.blocked === input.blocked) &&
              includes(input.search, card.token, card.holder, card.label, card.group),
          ),
          input,
        ),
      ),
      get: os.cards.get.handler(({ input, errors }) => {
        const card = fake.cards.get(input.cardId)
        if (card === undefined) throw errors.UNKNOWN_CARD({ data: {} })
        return card
      }),
      enrol: os.cards.enrol.handler(({ input }) => {
        const known = fake.cards.list.find(({ token }) => token === input.token)
        if (known !== undefined) return { kind: 'already-enrolled', card: known }
        const card = {
          ...input,
          replaces: null,
          replacedBy: null,
          erasedAt: null,
          id: nextId++,
          createdAt: now(),
          updatedAt: now(),
        }
        fake.cards.put(card)
        for (const unknown of fake.unknownCards.list) {
          if (unknown.token === card.token) fake.unknownCards.remove(unknown.id)
        }
        fake.changed('cards')
        return { kind: 'enrolled', card }
      }),
      withdraw: os.cards.withdraw.handler(({ input }) => {
        if (fake.cards.get(input.cardId) === undefined) return { kind: 'already-gone' }
        fake.cards.remove(input.cardId)
        fake.changed('cards')
        return { kind: 'withdrawn' }
      }),
      update: os.cards.update.handler(({ input, errors }) => {
        const { cardId, ...fields } = input
        const card = fake.cards.get(cardId)
        if (card === undefined) throw errors.UNKNOWN_CARD({ data: {} })
        const changed = { ...card, ...fields, updatedAt: now() }
        fake.cards.put(changed)
        fake.changed('cards')
        return { kind: 'saved', card: changed }
      }),
      check: os.cards.check.handler(() => ({ status: 'accepted', reason: null, evseIds: null })),
      replace: os.cards.replace.handler(({ input, errors }) => {
        const lost = fake.cards.get(input.cardId)
        if (lost === undefined) throw errors.UNKNOWN_CARD({ data: {} })
        const { token, tokenType } = input
        const card = { ...lost, token, tokenType, id: nextId++, replaces: lost.id, blocked: false }
        const gone = { ...lost, blocked: true, replacedBy: card.id }
        for (const each of [gone, card]) fake.cards.put(each)
        fake.changed('cards')
        return { kind: 'replaced', card, lost: gone }
      }),
      erase: os.cards.erase.handler(({ input, errors }) => {
        const card = fake.cards.get(input.cardId)
        if (card === undefined) throw errors.UNKNOWN_CARD({ data: {} })
        const erased = { ...card, holder: '', label: '', tags: [], language: '', message: '', erasedAt: now() }
        fake.cards.put(erased)
        fake.changed('cards')
        return { kind: 'erased', card: erased }
      }),
      startPolicy: os.cards.startPolicy.handler(() => ({ withoutCard: true })),
      setStartPolicy: os.cards.setStartPolicy.handler(() => ({ kind: 'saved' })),
      watchUnknown: os.cards.watchUnknown.handler(({ signal }) => fake.unknownCards.feed(signal)),
      dismissUnknown: os.cards.dismissUnknown.handler(({ input }) => {
        const known = fake.unknownCards.get(input.unknownCardId) !== undefined
        fake.unknownCards.remove(input.unknownCardId)
        fake.changed('cards')
        return { kind: known ? 'dismissed' : 'already-gone' }
      }),
    },
    sessions: {
      watchRunning: os.sessions.watchRunning.handler(({ signal }) => fake.running.feed(signal)),
      find: os.sessions.find.handler(({ input }) => ({ ...pageOf(meant(input), input), totalIsLeast: false })),
      export: os.sessions.export.handler(async function* ({ input }) {
        const sessions = meant(input)
        yield { text: 'session,station\r\n', rows: 0 }
        for (const [index, { id, stationIdentity }] of sessions.entries()) {
          yield { text: `${id},${stationIdentity}\r\n`, rows: index + 1 }
        }
      }),
      exportReadings: os.sessions.exportReadings.handler(async function* () {
        yield { text: 'time\r\n', rows: 0 }
      }),
      get: os.sessions.get.handler(({ input, errors }) => {
        const session = fake.ledger.get(input.sessionId)
        if (session === undefined) throw errors.UNKNOWN_SESSION({ data: {} })
        return { session, readings: [] }
      }),
      energyHistory: os.sessions.energyHistory.handler(() => ({ stretches: [], stations: [], unclear: 0 })),
      rawEvents: os.sessions.rawEvents.handler(() => ({ entries: [], next: null, total: 0 })),
      notUnderstood: os.sessions.notUnderstood.handler(() => ({ entries: [], next: null, total: 0 })),
      samples: os.sessions.samples.handler(() => ({ series: [], cutOff: false })),
      signed: os.sessions.signed.handler(() => []),
      reconciliation: os.sessions.reconciliation.handler(() => ({
        settlement: null,
        missing: [],
        falls: [],
        countedUpWh: null,
        joinable: [],
        joined: [],
        asked: null,
      })),
      settle: os.sessions.settle.handler(() => ({ kind: 'nothing-to-settle' })),
      unsettle: os.sessions.unsettle.handler(() => ({ kind: 'was-not-settled' })),
    },
    reports: {
      month: os.reports.month.handler(async function* ({ input }) {
        yield { kind: 'head', head: emptyReport(input.month, now()) }
      }),
      sessions: os.reports.sessions.handler(async function* () {
        yield { sessions: [] }
      }),
      table: os.reports.table.handler(async function* () {
        yield { text: 'line\r\n', rows: 0 }
      }),
      workbook: os.reports.workbook.handler(async function* () {
        yield { data: '', sessions: 0 }
      }),
      print: os.reports.print.handler(() => ({ kind: 'not-here' })),
      issuer: os.reports.issuer.handler(() => ({ addressLines: [], currency: 'EUR' })),
      setIssuer: os.reports.setIssuer.handler(() => ({ kind: 'saved' })),
    },
    tariffs: {
      list: os.tariffs.list.handler(() => ({ tariffs: [], currency: 'EUR', today: '2026-03-15' })),
      add: os.tariffs.add.handler(() => ({ kind: 'added', tariffId: 1 })),
      remove: os.tariffs.remove.handler(() => ({ kind: 'already-gone' })),
    },
    requests: {
      watch: os.requests.watch.handler(({ signal }) => fake.requests.feed(signal)),
      find: os.requests.find.handler(({ input }) => pageOf(fake.requests.list, input)),
      summary: os.requests.summary.handler(({ signal }) => summaryFeed(fake.requests, signal)),
      queue: os.requests.queue.handler(({ input: { offset, limit } }) => {
        const queue = queueOf(fake.requests.list)
        return { entries: queue.slice(offset, offset + limit), total: queue.length }
      }),
      place: os.requests.place.handler(({ input }) => placeOf(fake.requests.list, input.requestId)),
      approveGreen: os.requests.approveGreen.handler(async function* () {
        yield { kind: 'progress' as const, total: 0, done: 0, results: [] }
      }),
      get: os.requests.get.handler(({ errors }) => {
        throw errors.UNKNOWN_REQUEST({ data: {} })
      }),
      approve: os.requests.approve.handler(({ errors }) => {
        throw errors.UNKNOWN_REQUEST({ data: {} })
      }),
      reject: os.requests.reject.handler(({ errors }) => {
        throw errors.UNKNOWN_REQUEST({ data: {} })
      }),
      reopen: os.requests.reopen.handler(({ errors }) => {
        throw errors.UNKNOWN_REQUEST({ data: {} })
      }),
      resend: os.requests.resend.handler(({ errors }) => {
        throw errors.UNKNOWN_REQUEST({ data: {} })
      }),
      settle: os.requests.settle.handler(({ errors }) => {
        throw errors.UNKNOWN_REQUEST({ data: {} })
      }),
    },
    seat: {
      watch: os.seat.watch.handler(({ signal }) => fake.seat.watch(signal)),
      signIn: os.seat.signIn.handler(() => ({ kind: 'wrong', waitMs: 0 })),
      lock: os.seat.lock.handler(() => ({ kind: 'nobody-there' })),
      seen: os.seat.seen.handler(() => ({ kind: 'noted' })),
      setSecret: os.seat.setSecret.handler(() => ({ kind: 'nobody-there' })),
    },
    operators: {
      list: os.operators.list.handler(() => ({ operators: [], idleMinutes: null })),
      add: os.operators.add.handler(() => ({ kind: 'added', operatorId: 1 })),
      change: os.operators.change.handler(() => ({ kind: 'last-administrator' })),
      setSecret: os.operators.setSecret.handler(() => ({ kind: 'saved' })),
      remove: os.operators.remove.handler(() => ({ kind: 'last-administrator' })),
      setIdle: os.operators.setIdle.handler(() => ({ kind: 'saved' })),
    },
    deskRules: {
      list: os.deskRules.list.handler(() => ({ rules: [], suspended: false })),
      save: os.deskRules.save.handler(() => ({ kind: 'saved', ruleId: 1 })),
      switch: os.deskRules.switch.handler(({ errors }) => {
        throw errors.UNKNOWN_RULE({ data: {} })
      }),
      remove: os.deskRules.remove.handler(({ errors }) => {
        throw errors.UNKNOWN_RULE({ data: {} })
      }),
      dryRun: os.deskRules.dryRun.handler(() => ({ entries: [] })),
    },
    approvers: {
      list: os.approvers.list.handler(() => ({ needed: false, people: [] })),
      setWanted: os.approvers.setWanted.handler(() => ({ kind: 'no-operators' })),
      add: os.approvers.add.handler(() => ({ kind: 'added', approverId: 1 })),
      remove: os.approvers.remove.handler(({ errors }) => {
        throw errors.UNKNOWN_APPROVER({ data: {} })
      }),
    },
    certificates: {
      authority: os.certificates.authority.handler(({ errors }) => {
        throw errors.NOT_SET_UP({ data: {} })
      }),
      find: os.certificates.find.handler(({ input }) =>
        pageOf(
          fake.certificates.filter(({ stationId }) => input.stationId === undefined || stationId === input.stationId),
          input,
        ),
      ),
      get: os.certificates.get.handler(({ input, errors }) => {
        const found = fake.certificates.find(({ id }) => id === input.certificateId)
        if (!found) throw errors.UNKNOWN_CERTIFICATE({ data: {} })
        return { ...found, pem: PEM, hits: { connected: false, others: 0, needsCertificate: false } }
      }),
      calendar: os.certificates.calendar.handler(() =>
        fake.certificates.map(({ id, stationId, stationIdentity: identity, subject, notBefore, notAfter }) => ({
          key: `${id}`,
          role: 'station' as const,
          station: { id: stationId, identity },
          generation: null,
          subject,
          notBefore,
          notAfter,
          plan: { kind: 'will-ask' as const, at: notAfter - 30 * 24 * 3_600_000 },
        })),
      ),
      revoke: os.certificates.revoke.handler(({ errors }) => {
        throw errors.UNKNOWN_CERTIFICATE({ data: {} })
      }),
    },
    events: {
      security: os.events.security.handler(({ input }) =>
        pageOf(
          fake.securityEvents.filter(({ stationId }) => input.stationId === undefined || stationId === input.stationId),
          input,
        ),
      ),
      audit: os.events.audit.handler(({ input }) => pageOf([], input)),
      authorizations: os.events.authorizations.handler(({ input }) => pageOf([], input)),
    },
    files: {
      find: os.files.find.handler(({ input }) => pageOf([], input)),
      get: os.files.get.handler(({ input, errors }) => {
        if (input.fileId !== SAMPLE_LOG.id) throw errors.UNKNOWN_FILE({ data: {} })
        return SAMPLE_LOG
      }),
      remove: os.files.remove.handler(() => ({ kind: 'already-gone' })),
      describe: os.files.describe.handler(({ errors }) => {
        throw errors.UNKNOWN_FILE({ data: {} })
      }),
      // biome-ignore lint/correctness/useYield: there is nothing to read
      read: os.files.read.handler(async function* ({ errors }) {
        throw errors.UNKNOWN_FILE({ data: {} })
      }),
      text: os.files.text.handler(() => ({ kind: 'not-text' })),
      begin: os.files.begin.handler(() => ({ kind: 'too-many' })),
      append: os.files.append.handler(({ errors }) => {
        throw errors.UNKNOWN_UPLOAD({ data: {} })
      }),
      finish: os.files.finish.handler(({ errors }) => {
        throw errors.UNKNOWN_UPLOAD({ data: {} })
      }),
      cancel: os.files.cancel.handler(() => ({ kind: 'already-gone' })),
    },
    upgrades: {
      start: os.upgrades.start.handler(({ input }) =>
        input.stationIds.map((stationId) => ({ stationId, kind: 'not-started', why: 'never-connected' })),
      ),
      get: os.upgrades.get.handler(() => null),
      all: os.upgrades.all.handler(() => []),
      watchOpen: os.upgrades.watchOpen.handler(async function* () {
        yield { type: 'snapshot', entries: [] }
      }),
      retry: os.upgrades.retry.handler(() => ({ kind: 'nothing-to-do' })),
      doneByHand: os.upgrades.doneByHand.handler(() => ({ kind: 'nothing-to-do' })),
      rollBack: os.upgrades.rollBack.handler(() => ({ kind: 'nothing-to-do' })),
    },
    commands: {
      catalogue: os.commands.catalogue.handler(() => ({ protocol: null, commands: [], actions: [] })),
      form: os.commands.form.handler(() => ({ kind: 'not-possible', reason: 'never-connected' })),
      send: os.commands.send.handler(() => ({ kind: 'not-possible', reason: 'never-connected' })),
      sendAction: os.commands.sendAction.handler(() => ({ kind: 'not-possible', reason: 'never-connected' })),
      cancel: os.commands.cancel.handler(({ errors }) => {
        throw errors.UNKNOWN_COMMAND({ data: {} })
      }),
      find: os.commands.find.handler(({ input }) => pageOf([], input)),
      get: os.commands.get.handler(({ errors }) => {
        throw errors.UNKNOWN_COMMAND({ data: {} })
      }),
      watchOpen: os.commands.watchOpen.handler(async function* () {
        yield { type: 'snapshot', entries: [] }
      }),
    },
    devices: {
      watch: os.devices.watch.handler(async function* () {
        yield { type: 'snapshot', entries: [] }
      }),
      update: os.devices.update.handler(({ errors }) => {
        throw errors.UNKNOWN_DEVICE({ data: {} })
      }),
      revoke: os.devices.revoke.handler(({ errors }) => {
        throw errors.UNKNOWN_DEVICE({ data: {} })
      }),
      remove: os.devices.remove.handler(({ errors }) => {
        throw errors.UNKNOWN_DEVICE({ data: {} })
      }),
      tokens: os.devices.tokens.handler(() => []),
      makeToken: os.devices.makeToken.handler(() => ({ kind: 'too-many', most: 0 })),
      endToken: os.devices.endToken.handler(({ errors }) => {
        throw errors.UNKNOWN_TOKEN({ data: {} })
      }),
      endpoints: os.devices.endpoints.handler(() => ({ api: [], mqtt: [], mqttAlone: [], rootPem: PEM })),
      listen: os.devices.listen.handler(async function* () {}),
      publish: os.devices.publish.handler(() => ({ kind: 'no-broker' })),
    },
    apiTokens: {
      watch: os.apiTokens.watch.handler(async function* () {
        const wanted = { enabled: false, bind: '127.0.0.1', port: 9081 }
        yield { wanted, byOption: false, url: null, problem: null, tokens: [] }
      }),
      configure: os.apiTokens.configure.handler(() => ({ kind: 'by-option' })),
      makeToken: os.apiTokens.makeToken.handler(() => ({ kind: 'too-many', most: 0 })),
      endToken: os.apiTokens.endToken.handler(({ errors }) => {
        throw errors.UNKNOWN_TOKEN({ data: {} })
      }),
    },
    backup: {
      watch: os.backup.watch.handler(({ signal }) => fake.backup.watch(signal)),
      create: os.backup.create.handler(async function* () {
        yield {
          name: 'Depot.chbackup',
          data: Buffer.from('a backup').toString('base64'),
          done: 8,
          about: 8,
          isLast: true,
        }
      }),
      setPlan: os.backup.setPlan.handler(({ input }) => {
        const { folder, hour, keep, withLogs } = input
        const nextAt = now() + 3_600_000
        fake.backup.set({ ...fake.backup.value, plan: { folder, hour, keep, withLogs, nextAt } })
        return { kind: 'saved', nextAt }
      }),
      beginRestore: os.backup.beginRestore.handler(() => ({ kind: 'no-room', freeBytes: 1_000_000 })),
      appendRestore: os.backup.appendRestore.handler(({ errors }) => {
        throw errors.UNKNOWN_UPLOAD({ data: {} })
      }),
      finishRestore: os.backup.finishRestore.handler(({ errors }) => {
        throw errors.UNKNOWN_UPLOAD({ data: {} })
      }),
      cancelRestore: os.backup.cancelRestore.handler(() => ({ kind: 'already-gone' })),
      exportAuthority: os.backup.exportAuthority.handler(({ input }) => ({ name: `${input.role}.p12`, data: 'AAAA' })),
      removePlan: os.backup.removePlan.handler(() => {
        fake.backup.set({ ...fake.backup.value, plan: null })
        return { kind: 'removed' }
      }),
      runPlan: os.backup.runPlan.handler(() => ({ kind: 'no-plan' })),
      tryNewest: os.backup.tryNewest.handler(() => ({ kind: 'none' })),
    },
    ports: {
      watch: os.ports.watch.handler(({ signal }) => fake.ports.watch(signal)),
      setNames: os.ports.setNames.handler(({ input }) => {
        fake.ports.set({ ...fake.ports.value, extra: input.extra })
        return { kind: 'saved', extra: input.extra }
      }),
      setPlain: os.ports.setPlain.handler(({ input }) => {
        const { plain } = fake.ports.value
        fake.ports.set({ ...fake.ports.value, plain: { ...plain, wanted: input.open, open: input.open } })
        return { kind: 'saved' }
      }),
      setOldChargers: os.ports.setOldChargers.handler(({ input }) => {
        fake.ports.set({ ...fake.ports.value, oldChargers: { allowed: input.allowed, connected: [] } })
        return { kind: 'saved' }
      }),
      setShownKey: os.ports.setShownKey.handler(({ input }) => {
        fake.ports.set({ ...fake.ports.value, keys: { ...fake.ports.value.keys, shown: input.key } })
        return { kind: 'saved' }
      }),
    },
    tolerance: {
      get: os.tolerance.get.handler(() => ({ strict: false, sighted: [], refused: [] })),
      setStrict: os.tolerance.setStrict.handler(() => ({ kind: 'saved' })),
      setAccepted: os.tolerance.setAccepted.handler(() => ({ kind: 'saved' })),
    },
    roots: {
      get: os.roots.get.handler(() => ({ siteRoot: { kind: 'unknown' }, nextRoot: null, reports: [], newest: null })),
      ask: os.roots.ask.handler(() => ({ kind: 'offline' })),
      install: os.roots.install.handler(() => ({ kind: 'offline' })),
      installOther: os.roots.installOther.handler(() => ({ kind: 'offline' })),
      remove: os.roots.remove.handler(() => ({ kind: 'not-there' })),
      askAll: os.roots.askAll.handler(() => ({ sent: 0, waiting: 0, notPossible: 0 })),
      installAll: os.roots.installAll.handler(() => ({ kind: 'no-such-root' })),
    },
    rollOver: {
      get: os.rollOver.get.handler(() => ({
        authorities: [],
        crossings: [],
        phase: 'none',
        issuingReplaced: false,
        stations: [],
        renewals: { left: 0, waiting: 0 },
      })),
      replaceIssuing: os.rollOver.replaceIssuing.handler(() => ({ kind: 'not-now' })),
      prepareRoot: os.rollOver.prepareRoot.handler(() => ({ kind: 'not-now' })),
      cancelRoot: os.rollOver.cancelRoot.handler(() => ({ kind: 'not-now' })),
      switchRoot: os.rollOver.switchRoot.handler(() => ({ kind: 'not-now' })),
      retire: os.rollOver.retire.handler(() => ({ kind: 'not-now' })),
      exportRootKey: os.rollOver.exportRootKey.handler(() => ({ kind: 'not-now' })),
      takeRootKeyAway: os.rollOver.takeRootKeyAway.handler(() => ({ kind: 'not-now' })),
      signRootList: os.rollOver.signRootList.handler(() => ({ kind: 'not-now' })),
      bringRootKeyBack: os.rollOver.bringRootKeyBack.handler(() => ({ kind: 'not-now' })),
    },
    security: {
      get: os.security.get.handler(() => ({
        profile: 0,
        passwordAt: null,
        nextPasswordAt: null,
        hasCertificate: false,
        coming: null,
        now: null,
      })),
      list: os.security.list.handler(() => []),
      setProfile: os.security.setProfile.handler(() => ({ kind: 'saved', disconnected: false })),
      setPassword: os.security.setPassword.handler(() => ({
        kind: 'set',
        password: '0123456789abcdef0123456789abcdef01234567',
      })),
      rotatePassword: os.security.rotatePassword.handler(() => ({ kind: 'offline' })),
    },
    refusedCalls: {
      find: os.refusedCalls.find.handler(() => []),
      forget: os.refusedCalls.forget.handler(() => ({ kind: 'forgotten' })),
    },
    updates: {
      watch: os.updates.watch.handler(({ signal }) => fake.updates.watch(signal)),
      setFeed: os.updates.setFeed.handler(({ input }) => {
        fake.updates.set({ ...fake.updates.value, feed: { ...input, lookedAt: null, problem: null } })
        return { kind: 'saved' }
      }),
      look: os.updates.look.handler(() => ({ kind: fake.updates.value.feed.isOn ? 'newest' : 'off' })),
      fetch: os.updates.fetch.handler(() => ({ kind: 'nothing' })),
      cancelFetch: os.updates.cancelFetch.handler(() => ({ kind: 'already-gone' })),
      begin: os.updates.begin.handler(() => ({ kind: 'refused', reason: toldAsItCame('Not this one.') })),
      append: os.updates.append.handler(({ errors }) => {
        throw errors.UNKNOWN_UPLOAD({ data: {} })
      }),
      finish: os.updates.finish.handler(({ errors }) => {
        throw errors.UNKNOWN_UPLOAD({ data: {} })
      }),
      cancel: os.updates.cancel.handler(() => ({ kind: 'already-gone' })),
      install: os.updates.install.handler(() => ({ kind: 'nothing' })),
      discard: os.updates.discard.handler(() => ({ kind: 'already-gone' })),
    },
    desktop: {
      watch: os.desktop.watch.handler(({ signal }) => fake.desktop.watch(signal)),
      set: os.desktop.set.handler(({ input }) => {
        const now = fake.desktop.value
        if (now !== null) fake.desktop.set({ ...now, ...input })
        return { kind: now === null ? 'not-here' : 'saved' }
      }),
      speak: os.desktop.speak.handler(({ input }) => {
        const now = fake.desktop.value
        if (now !== null) fake.desktop.set({ ...now, ...input })
        return { kind: now === null ? 'not-here' : 'saved' }
      }),
    },
    notices: {
      find: os.notices.find.handler(({ input }) => pageOf([], input)),
      get: os.notices.get.handler(() => ({ notice: null })),
    },
    frames: {
      find: os.frames.find.handler(() => ({ entries: [], next: null })),
      get: os.frames.get.handler(() => ({ kind: 'gone' })),
      watch: os.frames.watch.handler(async function* () {
        yield { entries: [], skipped: 0 }
      }),
      state: os.frames.state.handler(async function* () {
        yield {
          kind: 'off',
          reason: null,
          frames: 0,
          bytes: 0,
          since: null,
          missing: 0,
          actions: [],
          keptDays: 7,
          keptBytes: 1,
        }
      }),
      export: os.frames.export.handler(async function* () {
        yield { text: '', frames: 0 }
      }),
    },
    variables: {
      find: os.variables.find.handler(({ input }) => pageOf([], input)),
      get: os.variables.get.handler(() => ({ variable: null })),
      reports: os.variables.reports.handler(() => ({
        newest: null,
        full: null,
        counts: { known: 0, new: 0, changed: 0, gone: 0 },
      })),
    },
  })
}
