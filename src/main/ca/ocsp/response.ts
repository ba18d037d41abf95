import type { KeyObject } from 'node:crypto'
import { AsnConvert } from '@peculiar/asn1-schema'
import type { RevocationReason } from '@shared/contract/certificates'
import {
  BitString,
  Constructed,
  Enumerated,
  GeneralizedTime,
  ObjectIdentifier,
  OctetString,
  Primitive,
  Sequence,
} from 'asn1js'
import { type Block, readDer } from '../der'
import { REASON_CODES } from '../revocationList'
import { SIGNATURE_ALGORITHM, signDer } from '../signDer'

/** id-pkix-ocsp-basic (RFC 6960 §4.2.1). */
const BASIC = '1.3.6.1.5.5.7.48.1.1'

/** Why there is no answer about certificates (RFC 6960 §4.2.1), by its code. */
const FAILURES = { malformed: 1, internal: 2, 'try-later': 3 } as const
export type OcspFailure = keyof typeof FAILURES

export type CertificateStatus =
  | { readonly kind: 'good' }
  /** `at` in milliseconds. */
  | { readonly kind: 'revoked'; readonly at: number; readonly reason: RevocationReason }
  | { readonly kind: 'unknown' }

export interface OcspAnswer {
  /** The CertID as it was asked. */
  readonly asked: Block
  readonly status: CertificateStatus
}

export interface OcspAnswers {
  readonly answers: readonly OcspAnswer[]
  /** The nonce extension as it was asked. */
  readonly nonce: Block | null
  /** Milliseconds, as are the next two; all are written in whole seconds. */
  readonly producedAt: number
  readonly thisUpdate: number
  readonly nextUpdate: number
}

/** Who signs the answers. */
export interface OcspSigner {
  readonly key: KeyObject
  readonly certificate: Uint8Array
  /** SHA-1 of its public key, which is how it names itself (RFC 6960 §4.2.1, KeyHash). */
  readonly keyHash: Uint8Array
}

const time = (at: number) => new GeneralizedTime({ valueDate: new Date(at - (at % 1000)) })
const sequence = (...value: Block[]) => new Sequence({ value })
const tagged = (tagNumber: number, ...value: Block[]) => new Constructed({ idBlock: { tagClass: 3, tagNumber }, value })
const empty = (tagNumber: number) => new Primitive({ idBlock: { tagClass: 3, tagNumber } })
const octets = (bytes: Uint8Array | ArrayBuffer) =>
  new OctetString({ valueHex: Uint8Array.from(new Uint8Array(bytes)) })

function statusBlock(status: CertificateStatus): Block {
  switch (status.kind) {
    case 'good':
      return empty(0)
    case 'unknown':
      return empty(2)
    case 'revoked': {
      const { reason } = status
      const why = reason === 'unspecified' ? [] : [tagged(0, new Enumerated({ value: REASON_CODES[reason] }))]
      return tagged(1, time(status.at), ...why)
    }
  }
}

/** An answer that says nothing of a certificate. */
export function ocspFailure(failure: OcspFailure): Uint8Array {
  return new Uint8Array(sequence(new Enumerated({ value: FAILURES[failure] })).toBER())
}

/** Signs an answer (RFC 6960 §4.2.1) and gives its DER. */
export async function signOcspResponse(content: OcspAnswers, signer: OcspSigner): Promise<Uint8Array> {
  const { answers, nonce, producedAt, thisUpdate, nextUpdate } = content
  const data = sequence(
    tagged(2, octets(signer.keyHash)),
    time(producedAt),
    sequence(
      ...answers.map(({ asked, status }) =>
        sequence(
          asked,
          statusBlock(status),
          // What was revoked since was not known then.
          time(status.kind === 'revoked' ? Math.max(status.at, thisUpdate) : thisUpdate),
          tagged(0, time(nextUpdate)),
        ),
      ),
    ),
    ...(nonce ? [tagged(1, sequence(nonce))] : []),
  )
  const signature = await signDer(signer.key, data.toBER())
  const basic = sequence(
    data,
    readDer(AsnConvert.serialize(SIGNATURE_ALGORITHM)),
    new BitString({ valueHex: signature }),
    tagged(0, sequence(readDer(signer.certificate))),
  )
  const bytes = sequence(new ObjectIdentifier({ value: BASIC }), octets(basic.toBER()))
  return new Uint8Array(sequence(new Enumerated({ value: 0 }), tagged(0, bytes)).toBER())
}
