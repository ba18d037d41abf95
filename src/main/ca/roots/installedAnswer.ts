import { INSTALLED_USES } from '@shared/commands/certificates'
import type { Command } from '@shared/contract/commands'
import { type InstalledUse, ReportedHash } from '@shared/contract/roots'
import { z } from 'zod'

/** The names of the uses in both families of versions. */
const USES: Readonly<Record<string, InstalledUse>> = {
  CentralSystemRootCertificate: 'central-system-root',
  CSMSRootCertificate: 'central-system-root',
  ManufacturerRootCertificate: 'manufacturer-root',
  V2GRootCertificate: 'v2g-root',
  MORootCertificate: 'mo-root',
  OEMRootCertificate: 'oem-root',
}

/** More are not kept of one answer: stations have room for a handful. */
const MOST_ANCHORS = 100

/** 1.6 lists the hashes, 2.x each with its use; who has none may leave the list out. */
const Answer = z.object({
  certificateHashData: z.array(ReportedHash).default([]),
  certificateHashDataChain: z
    .array(z.object({ certificateType: z.string(), certificateHashData: ReportedHash }))
    .default([]),
})
/** What was asked for: by a command of the site's own, or by a message written out by hand. */
const Asked = z.object({
  use: z.enum(INSTALLED_USES).optional(),
  certificateType: z.union([z.string(), z.array(z.string())]).optional(),
})

/** The trust anchors of one use that a station says it has, in its order. */
export interface InstalledAnswer {
  readonly use: InstalledUse
  readonly anchors: readonly ReportedHash[]
}

/**
 * What a station said it has when it was asked by this command: one entry for each use that it was asked about. Empty
 * when the command asked for something else or was not answered with a list.
 */
export function readInstalledAnswer(command: Command): InstalledAnswer[] {
  if (command.action !== 'GetInstalledCertificateIds' || command.verdict !== 'accepted') return []
  const asked = Asked.safeParse(command.input)
  const { use, certificateType } = asked.success ? asked.data : {}
  const named = typeof certificateType === 'string' ? [certificateType] : certificateType
  const uses = use === undefined ? (named ?? Object.keys(USES)).flatMap((name) => USES[name] ?? []) : [use]
  const anchors = new Map<InstalledUse, ReportedHash[]>(uses.map((each) => [each, []]))
  const isNothing = command.status === 'NotFound'
  const answer = Answer.safeParse(isNothing ? {} : command.answer).data
  // An answer that is not kept or can not be read says nothing.
  if (!answer) return []
  for (const { certificateType: name, certificateHashData } of answer.certificateHashDataChain) {
    const told = USES[name]
    if (told) anchors.get(told)?.push(certificateHashData)
  }
  // 1.6 lists the one use that it was asked about.
  const [only] = uses
  if (only && uses.length === 1) anchors.get(only)?.push(...answer.certificateHashData)
  return [...anchors].map(([each, list]) => ({ use: each, anchors: list.slice(0, MOST_ANCHORS) }))
}
