import type { RefusedCall } from '@shared/contract/refusedCalls'
import type { CallRefusal } from '@shared/ocpp/refusedCall'

/** What is said between the first packet and being let in, in its order. */
export const HANDSHAKE_STEPS = [
  'calls',
  'offers-tls',
  'agrees-tls',
  'shows-site',
  'trusts-site',
  'shows-own',
  'asks',
  'speaks',
  'password',
  'admits',
  'keeps-rules',
] as const
export type HandshakeStep = (typeof HANDSHAKE_STEPS)[number]

/** Who says it. */
export const SPEAKER: Readonly<Record<HandshakeStep, 'caller' | 'site'>> = {
  calls: 'caller',
  'offers-tls': 'caller',
  'agrees-tls': 'site',
  'shows-site': 'site',
  'trusts-site': 'caller',
  'shows-own': 'caller',
  asks: 'caller',
  speaks: 'caller',
  password: 'caller',
  admits: 'site',
  'keeps-rules': 'caller',
}

/** At which step it broke. */
const BROKE_AT: Readonly<Record<CallRefusal, HandshakeStep>> = {
  'tls-none': 'offers-tls',
  'tls-late': 'offers-tls',
  'tls-version': 'agrees-tls',
  'tls-too-old': 'agrees-tls',
  'tls-suite': 'agrees-tls',
  'tls-alpn': 'agrees-tls',
  'tls-not-trusted': 'trusts-site',
  'tls-broken-off': 'trusts-site',
  'tls-other': 'trusts-site',
  'no-certificate': 'shows-own',
  'certificate-untrusted': 'shows-own',
  'certificate-self-signed': 'shows-own',
  'certificate-path': 'shows-own',
  'certificate-of-authority': 'shows-own',
  'certificate-not-for-this': 'shows-own',
  'certificate-expired': 'shows-own',
  'certificate-not-yet': 'shows-own',
  'certificate-unknown': 'shows-own',
  'certificate-revoked': 'shows-own',
  'certificate-of-device': 'shows-own',
  'certificate-of-station': 'shows-own',
  'certificate-other-station': 'shows-own',
  'certificate-other-serial': 'shows-own',
  'certificate-other-owner': 'shows-own',
  'no-serial-number': 'shows-own',
  'device-deleted': 'shows-own',
  'no-identity': 'asks',
  'bad-identity': 'asks',
  'needs-tls': 'asks',
  'needs-plain': 'asks',
  'connect-late': 'asks',
  'no-client-id': 'asks',
  'other-client-id': 'asks',
  'no-protocol': 'speaks',
  'other-protocol': 'speaks',
  'mqtt-version': 'speaks',
  'no-password': 'password',
  'wrong-user': 'password',
  'wrong-password': 'password',
  busy: 'password',
  'refused-station': 'admits',
  'too-many-waiting': 'admits',
  'too-many-connections': 'admits',
  'will-not-allowed': 'admits',
  'publish-not-allowed': 'keeps-rules',
  'subscribe-not-allowed': 'keeps-rules',
  'too-large': 'keeps-rules',
  'too-slow': 'keeps-rules',
  'too-many-retained': 'keeps-rules',
  'too-many-subscriptions': 'keeps-rules',
  'mqtt-broken': 'keeps-rules',
}

const TLS_STEPS: ReadonlySet<HandshakeStep> = new Set([
  'offers-tls',
  'agrees-tls',
  'shows-site',
  'trusts-site',
  'shows-own',
])

export interface Said {
  readonly step: HandshakeStep
  readonly speaker: 'caller' | 'site'
  /** Steps after the broken one were never reached. */
  readonly state: 'done' | 'broke' | 'never'
}

/**
 * Who said what until it broke. What is not asked for at this door is left out, unless it is what broke: a certificate
 * without TLS, a password where a certificate proves who calls, rules for devices where chargers call.
 */
export function handshakeOf({ reason, transport }: Pick<RefusedCall, 'reason' | 'transport'>): Said[] {
  const broken = BROKE_AT[reason]
  const takesPart = (step: HandshakeStep): boolean => {
    if (step === broken) return true
    if (TLS_STEPS.has(step)) return transport !== 'ws' && (step !== 'shows-own' || transport === 'mqtts')
    if (step === 'password') return broken !== 'shows-own' && transport !== 'mqtts'
    return step !== 'keeps-rules'
  }
  const steps = HANDSHAKE_STEPS.filter(takesPart)
  const at = steps.indexOf(broken)
  return steps.map((step, place) => ({
    step,
    speaker: SPEAKER[step],
    state: place < at ? 'done' : place === at ? 'broke' : 'never',
  }))
}
