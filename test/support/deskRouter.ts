import { implement } from '@orpc/server'
import { contract } from '@shared/contract'
import { fakeRouter } from './fakeRouter'
import { FakeDesk } from './fakeSite/desk'
import type { FakeSite } from './fakeSite/FakeSite'
import { sampleAudit, sampleAuthority, sampleAuthorizations, sampleReadings } from './fakeSite/ledgers'
import { sampleNotices } from './fakeSite/notices'
import { greenOf, placeOf, queueOf, summaryFeed } from './fakeSite/queue'
import { emptyReport, sampleLines } from './fakeSite/report'

/** Newest first, all on one page. */
const onePage = <Entry extends { readonly id: number }>(all: readonly Entry[]) => ({
  entries: all.toSorted((a, b) => b.id - a.id),
  next: null,
  total: all.length,
})

/** The fake router with a request desk, a long report, readings, an authority and trails, for the screens that show them. */
export function deskRouter(fake: FakeSite, desk = new FakeDesk(Date.now()), now: () => number = Date.now) {
  const os = implement(contract)
  const base = fakeRouter(fake, now)
  return os.router({
    ...base,
    sessions: {
      ...base.sessions,
      get: os.sessions.get.handler(({ input, errors }) => {
        const session = fake.ledger.get(input.sessionId)
        if (session === undefined) throw errors.UNKNOWN_SESSION({ data: {} })
        return { session, readings: sampleReadings(now(), 42) }
      }),
    },
    reports: {
      ...base.reports,
      month: os.reports.month.handler(async function* ({ input }) {
        yield { kind: 'lines', lines: sampleLines(120) }
        yield { kind: 'head', head: emptyReport(input.month, now()) }
      }),
    },
    requests: {
      watch: os.requests.watch.handler(({ signal }) => desk.queue.feed(signal)),
      find: os.requests.find.handler(({ input }) =>
        onePage(desk.list.filter(({ status }) => input.status === undefined || status === input.status)),
      ),
      get: os.requests.get.handler(({ input, errors }) => {
        const known = desk.case(input.requestId)
        if (known === undefined) throw errors.UNKNOWN_REQUEST({ data: {} })
        return known
      }),
      approve: os.requests.approve.handler(({ input, errors }) => {
        const known = desk.case(input.requestId)
        if (known === undefined) throw errors.UNKNOWN_REQUEST({ data: {} })
        const { findings, request } = known
        if (request.status !== 'pending') return { kind: 'already-decided', status: request.status }
        if (findings.some(({ severity }) => severity === 'block')) return { kind: 'blocked', findings }
        if (input.reason === '' && findings.some(({ severity }) => severity === 'warn')) {
          return { kind: 'reason-needed', findings }
        }
        desk.decisions.push({ id: request.id, kind: 'approve', reason: input.reason })
        const delivery = { state: 'sent' as const, changedAt: now(), detail: null }
        const decision = { decidedAt: now(), by: 'manager', reason: input.reason, reasonCode: null }
        desk.set(request.id, { status: 'approved', delivery }, decision)
        fake.changed('requests')
        return { kind: 'approved', delivery: 'sent' }
      }),
      reject: os.requests.reject.handler(({ input, errors }) => {
        const known = desk.case(input.requestId)
        if (known === undefined) throw errors.UNKNOWN_REQUEST({ data: {} })
        const { status } = known.request
        if (status === 'approved' || status === 'rejected') return { kind: 'already-decided', status }
        desk.decisions.push({ id: input.requestId, kind: 'reject', reason: input.reason })
        desk.set(
          input.requestId,
          { status: 'rejected' },
          { decidedAt: now(), by: 'manager', reason: input.reason, reasonCode: null },
        )
        fake.changed('requests')
        return { kind: 'rejected' }
      }),
      summary: os.requests.summary.handler(({ signal }) => summaryFeed(desk.queue, signal)),
      queue: os.requests.queue.handler(({ input: { offset, limit } }) => {
        const queue = queueOf(desk.list)
        return { entries: queue.slice(offset, offset + limit), total: queue.length }
      }),
      place: os.requests.place.handler(({ input }) => placeOf(desk.list, input.requestId)),
      approveGreen: os.requests.approveGreen.handler(async function* ({ input }) {
        const green = greenOf(desk.list).filter(({ id }) => id <= input.upTo)
        for (const [index, { id, owner }] of green.entries()) {
          desk.decisions.push({ id, kind: 'approve', reason: '' })
          const delivery = { state: 'sent' as const, changedAt: now(), detail: null }
          desk.set(
            id,
            { status: 'approved', delivery },
            { decidedAt: now(), by: 'manager', reason: '', reasonCode: null },
          )
          fake.changed('requests')
          const outcome = { kind: 'approved' as const, delivery: 'sent' as const }
          const results = [{ requestId: id, owner, outcome }]
          yield { kind: 'progress' as const, total: green.length, done: index + 1, results }
        }
        if (green.length === 0) yield { kind: 'progress' as const, total: 0, done: 0, results: [] }
      }),
      resend: base.requests.resend,
      settle: base.requests.settle,
      reopen: os.requests.reopen.handler(({ input, errors }) => {
        const known = desk.case(input.requestId)
        if (known === undefined) throw errors.UNKNOWN_REQUEST({ data: {} })
        if (known.request.status !== 'rejected') return { kind: 'not-rejected' }
        desk.set(input.requestId, { status: 'pending' }, null)
        fake.changed('requests')
        return { kind: 'reopened' }
      }),
    },
    certificates: {
      ...base.certificates,
      authority: os.certificates.authority.handler(() => sampleAuthority(now())),
    },
    notices: {
      find: os.notices.find.handler(({ input }) =>
        onePage(
          sampleNotices(now()).filter(
            ({ stationId, topic, payload }) =>
              (input.stationId === undefined || input.stationId === stationId) &&
              (input.topic === undefined || input.topic === topic) &&
              JSON.stringify(payload).toLowerCase().includes(input.search.toLowerCase()),
          ),
        ),
      ),
      get: os.notices.get.handler(({ input }) => ({
        notice: sampleNotices(now()).find(({ id }) => id === input.noticeId) ?? null,
      })),
    },
    events: {
      ...base.events,
      audit: os.events.audit.handler(() => onePage(sampleAudit(now()))),
      authorizations: os.events.authorizations.handler(({ input }) =>
        onePage(
          sampleAuthorizations(now()).filter(
            ({ stationId }) => input.stationId === undefined || input.stationId === stationId,
          ),
        ),
      ),
    },
  })
}
