import type { Device } from '@shared/contract/devices'
import { isClientId } from '@shared/devices/clientId'
import { isFilter } from '@shared/devices/topics'

/** Rights as they are typed: one entry a line. */
export interface PolicyDraft {
  readonly read: string
  readonly write: string
  readonly clientIds: string
}

export const PARTS = ['read', 'write', 'clientIds'] as const
export type PolicyPart = (typeof PARTS)[number]

export function draftOf(policy: Device['policy']): PolicyDraft {
  return { read: policy.read.join('\n'), write: policy.write.join('\n'), clientIds: policy.clientIds.join('\n') }
}

/** The entries of a text: its lines without space around them, each once. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}

/** The number of the first line that can not be taken, from 1; null when all can. */
export function problemLine(part: PolicyPart, text: string): number | null {
  const isGood = part === 'clientIds' ? isClientId : isFilter
  const bad = text.split('\n').findIndex((line) => line.trim() !== '' && !isGood(line.trim()))
  return bad < 0 ? null : bad + 1
}

/** Whether a filter reaches the topics of everybody. */
export function isWide(text: string): boolean {
  return linesOf(text).some((filter) => /^[#+]/.test(filter))
}

/** What was typed as a policy; null when something of it can not be taken. */
export function readDraft(draft: PolicyDraft): Device['policy'] | null {
  if (PARTS.some((part) => problemLine(part, draft[part]) !== null)) return null
  return { read: linesOf(draft.read), write: linesOf(draft.write), clientIds: linesOf(draft.clientIds) }
}
