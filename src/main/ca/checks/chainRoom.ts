import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

const REQUIREMENT = 'A02.FR.16'

/** The chain fits into what the station takes: whole, or at least its own certificate without the issuing CA. */
export function checkChainRoom({ room }: ExaminationFacts): Finding | null {
  if (room === null || room.whole <= room.max) return null
  return room.leaf <= room.max
    ? finding('note', 'chain-leaf-only', REQUIREMENT, { max: room.max, whole: room.whole })
    : finding('block', 'chain-too-long', REQUIREMENT, { max: room.max, leaf: room.leaf })
}
