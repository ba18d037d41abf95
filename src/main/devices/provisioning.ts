import { fillSentence } from '@shared/errors'
import { deviceAnswers as words } from '@shared/words/en/deviceAnswers'
import { findings } from '@shared/words/en/findings'
import { readCertificationRequest } from '../ca/certificationRequest'
import type { DeviceTokenRow } from '../store/queries/tokens'
import type { Devices } from './devices'
import { asPem, type CertificateOutcome, type Enrolment } from './enrolment'

/** Why a device gets no certificate, with a sentence of `deviceAnswers` filled in. */
export interface NotCertified {
  readonly kind: Exclude<keyof typeof words, 'waits'>
  readonly sentence: string
}

export type CreateOutcome =
  | {
      readonly kind: 'made'
      readonly answer: {
        readonly certificateId: string
        readonly certificatePem: string
        readonly certificateOwnershipToken: string
      }
    }
  | { readonly kind: 'waits' }
  | NotCertified

/** AWS's way to a certificate: first the certificate, then the name. */
export interface Provisioning {
  /** Has a key certified; whoever gives no name is known by its key, so that the same request comes to the same device. */
  create(
    token: DeviceTokenRow,
    csr: string,
    clientId: string | null,
    from: { readonly remoteAddress: string; readonly byCertificate: boolean },
  ): Promise<CreateOutcome>
}

/** Characters of a key's digest in the name of a device that gave none. */
const KEY_NAME_LENGTH = 32

/** What a device is told about a certificate that it does not get; null when it waits. */
export function whyNot(
  outcome: Exclude<CertificateOutcome, { kind: 'certificate' }>,
  clientId: string,
): NotCertified | null {
  const as = (kind: NotCertified['kind'], data: Readonly<Record<string, string>> = {}): NotCertified => ({
    kind,
    sentence: fillSentence(words[kind], { clientId, ...data }),
  })
  switch (outcome.kind) {
    case 'waits':
      return null
    case 'unreadable':
      return as('unreadable', { reason: findings[`unreadable-${outcome.reason}`].title })
    case 'other-name':
      return as('other-name', { name: outcome.name })
    case 'blocked':
      return as('blocked', { reasons: outcome.reasons.join(' ') })
    default:
      return as(outcome.kind)
  }
}

export function createProvisioning(deps: {
  readonly devices: Pick<Devices, 'register'>
  readonly enrolment: Pick<Enrolment, 'certify' | 'claim'>
}): Provisioning {
  const { devices, enrolment } = deps
  return {
    async create(token, csr, given, from) {
      const request = readCertificationRequest(asPem(csr))
      if (request.kind === 'unreadable') {
        const { reason } = request
        return whyNot({ kind: 'unreadable', reason }, '') ?? { kind: 'waits' }
      }
      const clientId = given ?? `key-${request.spkiSha256.slice(0, KEY_NAME_LENGTH)}`
      const registered = await devices.register(
        token,
        { clientId, type: 'AWS', serviceCode: '', deviceType: '', allowExist: true },
        from.remoteAddress,
      )
      if (!('device' in registered)) {
        const { kind } = registered
        return { kind, sentence: fillSentence(words[kind], { clientId, name: clientId }) }
      }
      const outcome = await enrolment.certify(token, clientId, csr, from)
      if (outcome.kind !== 'certificate') return whyNot(outcome, clientId) ?? { kind: 'waits' }
      const { certificate, device } = outcome
      return {
        kind: 'made',
        answer: {
          certificateId: certificate.serial_number,
          certificatePem: certificate.chain_pem,
          certificateOwnershipToken: await enrolment.claim(device.id),
        },
      }
    },
  }
}
