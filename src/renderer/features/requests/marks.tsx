import { type Tone, ToneMark } from '@renderer/components/ToneMark'
import type { CertificateRequest, DELIVERY_STATES, Severity } from '@shared/contract/requests'
import { useTranslation } from 'react-i18next'

export type DeliveryState = (typeof DELIVERY_STATES)[number]

const SEVERITY: Readonly<Record<Severity, Tone>> = {
  block: { shape: 'ring-cross', colour: 'danger' },
  warn: { shape: 'triangle', colour: 'attention' },
  note: { shape: 'ring-dot', colour: 'active' },
  ok: { shape: 'ring-tick', colour: 'good' },
}

const STATUS: Readonly<Record<CertificateRequest['status'], Tone>> = {
  pending: { shape: 'hourglass', colour: 'attention' },
  approved: { shape: 'ring-tick', colour: 'good' },
  rejected: { shape: 'ring-cross', colour: 'quiet' },
  unreadable: { shape: 'triangle', colour: 'attention' },
}

const DELIVERY: Readonly<Record<DeliveryState, Tone>> = {
  waiting: { shape: 'hourglass', colour: 'quiet' },
  sent: { shape: 'half-disc', colour: 'active' },
  accepted: { shape: 'ring-tick', colour: 'good' },
  refused: { shape: 'triangle', colour: 'danger' },
  unanswered: { shape: 'dash', colour: 'attention' },
}

/** How much a finding matters. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const { t } = useTranslation('common')
  return <ToneMark {...SEVERITY[severity]} word={t(`severity.${severity}`)} />
}

/** Where a request stands. */
export function RequestStatusMark({ status }: { readonly status: CertificateRequest['status'] }) {
  const { t } = useTranslation('requests')
  return <ToneMark {...STATUS[status]} word={t(`status.${status}`)} />
}

/** What became of a signed certificate, in two or three words. */
export function DeliveryMark({ state }: { readonly state: DeliveryState }) {
  const { t } = useTranslation('requests')
  return <ToneMark {...DELIVERY[state]} word={t(`delivery.short.${state}`)} />
}
