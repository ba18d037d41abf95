import { useNow } from '@renderer/components/useNow'
import { useFormat } from '@renderer/i18n/useFormat'
import { values } from '@renderer/link/feeds'
import { useLatest } from '@renderer/link/useFeed'
import { useTranslation } from 'react-i18next'
import { CertificateStandingMark } from '../CertificateStandingMark'
import { TrustBox } from './TrustBox'

/** What this server itself shows to chargers; it renews it by itself, and its keys are on no disk. */
export function ServerBox() {
  const { t } = useTranslation('certificates')
  const format = useFormat()
  const now = useNow()
  const ports = useLatest(values.ports).data
  if (!ports) return <TrustBox title={t('chain.whose.server')} to="/settings/reach" />
  const { certificate } = ports
  return (
    <TrustBox title={t('chain.whose.server')} to="/settings/reach">
      {certificate === null ? (
        <span>{t('chain.server.none')}</span>
      ) : (
        <>
          <span>{t('chain.until', { when: format.date(certificate.notAfter) })}</span>
          {/* It lives for days, so that its end is always near. */}
          {now > certificate.notAfter && <CertificateStandingMark notBefore={0} notAfter={certificate.notAfter} />}
          <span>{t('chain.server.renewed')}</span>
        </>
      )}
    </TrustBox>
  )
}
