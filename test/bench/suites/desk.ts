import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Bench } from '../bench'
import { startChild } from '../child'
import type { DeskAnswer, DeskQuestion } from '../messages'

export interface DeskResult extends DeskAnswer {
  readonly approved: number
}

/** Approving a thousand requests in one go beside a program that only signs, and the desk with ten thousand waiting. */
export async function benchDesk({ folder, rounds, quick }: Bench): Promise<DeskResult> {
  const home = mkdtempSync(path.join(folder, 'desk-'))
  const child = startChild('desk', ['--folder', home])
  const approved = quick ? 20 : 1_000
  const answer = await child.ask<DeskQuestion, DeskAnswer>({ approved, waiting: quick ? 40 : 10_000, rounds })
  await child.end()
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  return { approved, ...answer }
}
