import {
  type DeskRule,
  DeskRuleConditions,
  type DeskRuleDraft,
  DRY_RUN_REQUESTS,
  type DryRunEntry,
  RULES_MAX,
} from '@shared/contract/deskRules'
import type { ApproveOutcome } from '@shared/contract/requests'
import { AppError } from '@shared/errors'
import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import { createTurns } from '../../inTurns'
import type { WriteDb } from '../../store/handles'
import type { Store } from '../../store/open'
import {
  countDeskRules,
  type DeskRuleRow,
  type DeskRuleViewRow,
  deleteDeskRule,
  deskRuleById,
  deskRuleByName,
  deskRuleRows,
  insertDeskRule,
  updateDeskRule,
} from '../../store/queries/deskRules'
import { appendAudit } from '../../store/queries/events'
import { newestReadable, requestById } from '../../store/queries/requests'
import { toRequest } from '../requestCase'
import type { Approve } from './approvals'
import type { Examiner } from './examiner'
import { RULE_DAY_MS, reasonsAgainst, ruleFor } from './ruleDecision'

/** The rules by which requests are approved without a person: none of them exists unless the manager wrote it. */
export interface DeskRules {
  list(): DeskRule[]
  save(
    actor: string,
    draft: DeskRuleDraft,
    ruleId: number | null,
  ): Promise<{ kind: 'saved'; ruleId: number } | { kind: 'name-taken' } | { kind: 'too-many' }>
  /** @throws AppError UNKNOWN_RULE */
  switch(actor: string, ruleId: number, on: boolean): Promise<void>
  /** @throws AppError UNKNOWN_RULE */
  remove(actor: string, ruleId: number): Promise<void>
  dryRun(rule: Pick<DeskRuleDraft, 'conditions' | 'perDay'>): DryRunEntry[]
  /** Approves a request that waits if a rule says so. @returns what came of it; null when no rule did */
  apply(requestId: number): Promise<ApproveOutcome | null>
}

export interface DeskRulesDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly examiner: Examiner
  readonly approve: Approve
  /** As long as two people have to approve, no rule does: it would be neither of them. */
  readonly areSuspended: () => boolean
}

/** In whose name rules approve; the audit trail says which. */
const ACTOR = 'chargehand'

function toRule(row: DeskRuleViewRow): DeskRule {
  return {
    id: row.id,
    name: row.name,
    on: row.is_on === 1,
    conditions: DeskRuleConditions.parse(JSON.parse(row.conditions)),
    perDay: row.per_day,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    usedToday: row.used_since,
    used: row.used,
    lastUsedAt: row.last_used_at,
  }
}

export function createDeskRules(deps: DeskRulesDeps): DeskRules {
  const { store, clock, changes, examiner, approve } = deps
  const { read, writer } = store

  const list = () => deskRuleRows(read, clock() - RULE_DAY_MS).map(toRule)
  const told = () => {
    changes.emit('deskRule', 0)
    changes.emit('audit', 0)
  }
  /**
   * Changes a rule as it is at its turn: what was read before may have been changed meanwhile, and a rule that somebody
   * has just changed must not come back as it was. @throws AppError UNKNOWN_RULE
   */
  const change = async (ruleId: number, work: (db: WriteDb, row: DeskRuleRow) => void) => {
    const found = await writer.write((db) => {
      const row = deskRuleById(db, ruleId)
      if (row) work(db, row)
      return row !== undefined
    })
    if (!found) throw new AppError('UNKNOWN_RULE')
    told()
  }
  /** One after the other: two at the same moment must not both take the last approval of a day. */
  const inTurn = createTurns(1)

  const applyNow = async (requestId: number): Promise<ApproveOutcome | null> => {
    const rules = list().filter(({ on }) => on)
    const row = requestById(read, requestId)
    if (rules.length === 0 || row?.status !== 'pending' || deps.areSuspended()) return null
    const examined = examiner.examine(row, examiner.ownerOf(row))
    const rule = examined.request === null ? undefined : ruleFor(rules, examined)
    if (!rule) return null
    const by = { id: rule.id, name: rule.name }
    const approver = {
      actor: ACTOR,
      reason: '',
      second: null,
      needsSecond: false,
      isSecondTo: () => false,
      rule: by,
      greenOnly: true,
    }
    const [approved] = await approve([requestId], approver)
    changes.emit('deskRule', 0)
    if (approved?.outcome.kind === 'failed') throw approved.outcome.error
    return approved?.outcome ?? null
  }

  return {
    list,

    async save(actor, { name, conditions, perDay }, ruleId) {
      const at = clock()
      const row = {
        name,
        // A changed rule has to be switched on by somebody who has read it again.
        is_on: 0 as const,
        conditions: JSON.stringify(conditions),
        per_day: perDay,
        changed_at: at,
        changed_by: actor,
      }
      const outcome = await writer.write((db) => {
        const before = ruleId === null ? null : deskRuleById(db, ruleId)
        if (before === undefined) return null
        const other = deskRuleByName(db, name)
        if (other && other.id !== before?.id) return { kind: 'name-taken' } as const
        if (!before && countDeskRules(db) >= RULES_MAX) return { kind: 'too-many' } as const
        const detail = { ...conditions, perDay }
        appendAudit(db, { at, actor, action: before ? 'rule-changed' : 'rule-written', subject: name, detail })
        if (!before) return { kind: 'saved', ruleId: insertDeskRule(db, row) } as const
        updateDeskRule(db, { ...row, id: before.id })
        return { kind: 'saved', ruleId: before.id } as const
      })
      if (!outcome) throw new AppError('UNKNOWN_RULE')
      if (outcome.kind === 'saved') told()
      return outcome
    },

    switch(actor, ruleId, on) {
      const at = clock()
      return change(ruleId, (db, row) => {
        updateDeskRule(db, { ...row, is_on: on ? 1 : 0, changed_at: at, changed_by: actor })
        const action = on ? 'rule-switched-on' : 'rule-switched-off'
        appendAudit(db, { at, actor, action, subject: row.name, detail: {} })
      })
    },

    remove(actor, ruleId) {
      const at = clock()
      return change(ruleId, (db, row) => {
        deleteDeskRule(db, ruleId)
        appendAudit(db, { at, actor, action: 'rule-removed', subject: row.name, detail: {} })
      })
    },

    dryRun(rule) {
      const context = examiner.context()
      const approvedAt: number[] = []
      // In the order they came, so that a full day shows as it would have been.
      const entries = newestReadable(read, DRY_RUN_REQUESTS)
        .toReversed()
        .map((row): DryRunEntry => {
          const examined = examiner.examine(row, examiner.ownerOf(row), context)
          const at = row.last_received_at
          const usedToday = approvedAt.filter((other) => at - other < RULE_DAY_MS).length
          const reasons = examined.request === null ? [] : reasonsAgainst(rule, examined, usedToday)
          if (reasons.length === 0) approvedAt.push(at)
          return { request: toRequest(row), reasons }
        })
      return entries.toReversed()
    },

    apply: (requestId) => inTurn(() => applyNow(requestId)),
  }
}
