import { CODE, PcscError } from './codes.ts'
import type { Pcsc } from './pcsc.ts'
import { readUidAnswer, uidQuestion } from './uidAnswer.ts'

/** How the reading of one card ended. */
export type CardOutcome =
  | { readonly kind: 'uid'; readonly uid: string }
  /** `in-use`: another program holds the card. `taken-away`: it left before it was read. */
  | { readonly kind: 'refused'; readonly reason: 'in-use' | 'taken-away' | 'unreadable' | 'unsupported' }

/** How often a card is tried, and how long it is let be in between (milliseconds). */
const TRIES = 5
const PAUSE_MS = 150

/** Asks the card on a reader for its UID, again when it was moved while it was read. */
export async function readCard(pcsc: Pcsc, context: number, reader: string): Promise<CardOutcome> {
  let left = TRIES
  let last: CardOutcome = { kind: 'refused', reason: 'unreadable' }
  while (left > 0) {
    left -= 1
    const outcome = await readOnce(pcsc, context, reader)
    if (outcome.kind === 'uid') return outcome
    last = outcome
    if (outcome.reason === 'unsupported') return outcome
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return last
}

async function readOnce(pcsc: Pcsc, context: number, reader: string): Promise<CardOutcome> {
  let card: number | null = null
  try {
    const connected = await pcsc.connect(context, reader)
    card = connected.card
    let answer = readUidAnswer(await pcsc.transmit(card, connected.protocol, uidQuestion(0)))
    if (answer.kind === 'ask-for') {
      answer = readUidAnswer(await pcsc.transmit(card, connected.protocol, uidQuestion(answer.length)))
    }
    if (answer.kind === 'uid') return answer
    return { kind: 'refused', reason: answer.kind === 'unsupported' ? 'unsupported' : 'unreadable' }
  } catch (error) {
    if (!(error instanceof PcscError)) throw error
    if (error.code === CODE.noService || error.code === CODE.serviceStopped) throw error
    return { kind: 'refused', reason: reasonFor(error.code) }
  } finally {
    if (card !== null) await pcsc.disconnect(card).catch(() => {})
  }
}

function reasonFor(code: number): 'in-use' | 'taken-away' | 'unreadable' {
  if (code === CODE.sharingViolation) return 'in-use'
  return code === CODE.noSmartCard || code === CODE.removedCard || code === CODE.readerUnavailable
    ? 'taken-away'
    : 'unreadable'
}
