import type { Command } from '@shared/contract/commands'
import { z } from 'zod'

/** One thing that an answer says beside its status. What the protocol calls a thing is shown as it is spelt. */
export type AnswerFact =
  | { readonly kind: 'value'; readonly name: string; readonly value: string | null }
  | { readonly kind: 'unknown-key'; readonly name: string }
  /** A limit from `at` on, in milliseconds since 1970; null for now. */
  | {
      readonly kind: 'limit'
      readonly at: number | null
      readonly limit: number
      readonly unit: string
      readonly phases: number | null
    }
  /** Version of the local list; 0 for none, below 0 for a station that keeps none (1.6 §5.10, 2.x D02). */
  | { readonly kind: 'list-version'; readonly version: number }
  | { readonly kind: 'ongoing'; readonly ongoing: boolean }
  | { readonly kind: 'queue'; readonly waiting: boolean }
  | {
      readonly kind: 'certificate'
      readonly serial: string
      readonly algorithm: string
      readonly nameHash: string
      readonly keyHash: string
    }
  | { readonly kind: 'data'; readonly text: string }

const Name = z.object({ name: z.string(), instance: z.string().nullish() })
const Result = z.object({
  component: Name,
  variable: Name,
  attributeStatus: z.string().nullish(),
  attributeValue: z.string().nullish(),
})
const Configuration = z.object({
  configurationKey: z.array(z.object({ key: z.string(), value: z.string().nullish() })).nullish(),
  unknownKey: z.array(z.string()).nullish(),
})
const Schedule = z.object({
  chargingRateUnit: z.string(),
  chargingSchedulePeriod: z.array(
    z.object({ startPeriod: z.number(), limit: z.number().nullish(), numberPhases: z.number().nullish() }),
  ),
})
/** 2.x keeps the schedule and its start in one, 1.6 beside each other. */
const Composite = z.union([
  z
    .object({ schedule: Schedule.extend({ scheduleStart: z.string() }) })
    .transform(({ schedule }) => ({ start: schedule.scheduleStart, schedule })),
  z
    .object({ scheduleStart: z.string().nullish(), chargingSchedule: Schedule })
    .transform(({ scheduleStart, chargingSchedule }) => ({ start: scheduleStart ?? null, schedule: chargingSchedule })),
])
const ListVersion = z.union([
  z.object({ versionNumber: z.number() }).transform(({ versionNumber }) => versionNumber),
  z.object({ listVersion: z.number() }).transform(({ listVersion }) => listVersion),
])
const TransactionStatus = z.object({ ongoingIndicator: z.boolean().nullish(), messagesInQueue: z.boolean() })
const Hashes = z.object({
  hashAlgorithm: z.string(),
  issuerNameHash: z.string(),
  issuerKeyHash: z.string(),
  serialNumber: z.string(),
})
const Certificates = z.union([
  z
    .object({ certificateHashDataChain: z.array(z.object({ certificateHashData: Hashes })) })
    .transform(({ certificateHashDataChain }) =>
      certificateHashDataChain.map(({ certificateHashData }) => certificateHashData),
    ),
  z.object({ certificateHashData: z.array(Hashes) }).transform(({ certificateHashData }) => certificateHashData),
])

/** What to read out of the answer to an action. */
const READERS: Readonly<Record<string, (answer: unknown) => AnswerFact[]>> = {
  GetVariables: (answer) => results(answer, 'getVariableResult'),
  SetVariables: (answer) => results(answer, 'setVariableResult'),
  GetConfiguration(answer) {
    const { configurationKey, unknownKey } = Configuration.safeParse(answer).data ?? {}
    return [
      ...(configurationKey ?? []).map(({ key, value }): AnswerFact => named(key, value)),
      ...(unknownKey ?? []).map((name): AnswerFact => ({ kind: 'unknown-key', name })),
    ]
  },
  GetCompositeSchedule(answer) {
    const { start, schedule } = Composite.safeParse(answer).data ?? {}
    const from = start === undefined || start === null ? Number.NaN : Date.parse(start)
    return (schedule?.chargingSchedulePeriod ?? []).flatMap(({ startPeriod, limit, numberPhases }): AnswerFact[] =>
      limit === null || limit === undefined
        ? []
        : [
            {
              kind: 'limit',
              at: Number.isNaN(from) ? null : from + startPeriod * 1000,
              limit,
              unit: schedule?.chargingRateUnit ?? '',
              phases: numberPhases ?? null,
            },
          ],
    )
  },
  GetLocalListVersion(answer) {
    const version = ListVersion.safeParse(answer).data
    return version === undefined ? [] : [{ kind: 'list-version', version }]
  },
  GetTransactionStatus(answer) {
    const { ongoingIndicator, messagesInQueue } = TransactionStatus.safeParse(answer).data ?? {}
    return [
      ...(typeof ongoingIndicator === 'boolean' ? [{ kind: 'ongoing' as const, ongoing: ongoingIndicator }] : []),
      ...(messagesInQueue === undefined ? [] : [{ kind: 'queue' as const, waiting: messagesInQueue }]),
    ]
  },
  GetInstalledCertificateIds: (answer) =>
    (Certificates.safeParse(answer).data ?? []).map((hashes) => ({
      kind: 'certificate',
      serial: hashes.serialNumber,
      algorithm: hashes.hashAlgorithm,
      nameHash: hashes.issuerNameHash,
      keyHash: hashes.issuerKeyHash,
    })),
  DataTransfer(answer) {
    const data = z.object({ data: z.unknown() }).safeParse(answer).data?.data
    if (data === undefined || data === null || data === '') return []
    return [{ kind: 'data', text: typeof data === 'string' ? data : JSON.stringify(data) }]
  },
}

/**
 * What the answer to a question says beside its status, so that nobody has to read the message for it. Empty for an
 * answer that says no more. What is not where it should be is left out.
 */
export function answerFacts({ action, answer }: Pick<Command, 'action' | 'answer'>): AnswerFact[] {
  const read = READERS[action]
  if (read === undefined || answer === null) return []
  return (Array.isArray(answer) ? answer : [answer]).flatMap(read)
}

function results(answer: unknown, list: 'getVariableResult' | 'setVariableResult'): AnswerFact[] {
  const found = z.object({ [list]: z.array(Result) }).safeParse(answer).data?.[list] ?? []
  return found.map(({ component, variable, attributeStatus, attributeValue }) =>
    named(
      `${spelt(component)}.${spelt(variable)}`,
      attributeValue ?? (attributeStatus === 'Accepted' ? null : attributeStatus),
    ),
  )
}

const named = (name: string, value: string | null | undefined): AnswerFact => ({
  kind: 'value',
  name,
  value: value ?? null,
})

const spelt = ({ name, instance }: z.infer<typeof Name>) =>
  instance === null || instance === undefined || instance === '' ? name : `${name} [${instance}]`
