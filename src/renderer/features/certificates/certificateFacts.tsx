import { CopyText, type Fact } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import type { CertificateSummary } from '@shared/contract/requests'
import { useTranslation } from 'react-i18next'

/** What there is to know of a certificate, for a FactList. */
export function useCertificateFacts(): (certificate: CertificateSummary) => Fact[] {
  const { t } = useTranslation('certificates')
  const format = useFormat()
  return (certificate) => [
    { name: t('facts.subject'), value: certificate.subject },
    { name: t('facts.issuer'), value: certificate.issuer },
    { name: t('facts.validFrom'), value: format.dateTime(certificate.notBefore) },
    { name: t('facts.validUntil'), value: format.dateTime(certificate.notAfter) },
    { name: t('facts.key'), value: certificate.keyDescription },
    { name: t('facts.serialNumber'), value: <CopyText text={certificate.serialNumber} what={t('facts.number')} /> },
    { name: t('facts.sha256'), value: <CopyText text={certificate.sha256} what={t('facts.fingerprint')} /> },
  ]
}
