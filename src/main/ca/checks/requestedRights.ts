import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

/** A station has no business being an authority: a request that asks for it is broken or hostile. */
export function checkAuthorityAsked({ request: { extensions } }: ExaminationFacts): Finding | null {
  return extensions.authority || extensions.certificateSigning
    ? finding('block', 'asks-to-be-authority', 'RFC 5280 §4.2.1.9')
    : null
}

/** Alternative names (addresses, host names) are never copied: a station is known by its serial number only. */
export function checkAlternativeNames({ request: { extensions } }: ExaminationFacts): Finding | null {
  return extensions.alternativeNames.length === 0
    ? null
    : finding('warn', 'alternative-names-not-copied', 'A00.FR.511', { names: extensions.alternativeNames.join(', ') })
}

/** What the station calls indispensable and this program does not know can be neither granted nor judged. */
export function checkCriticalExtensions({ request: { extensions } }: ExaminationFacts): Finding | null {
  return extensions.unknownCritical.length === 0
    ? null
    : finding('block', 'unknown-critical-extension', 'RFC 5280 §4.2', {
        extensions: extensions.unknownCritical.join(', '),
      })
}
