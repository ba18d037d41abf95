import Box from '@mui/material/Box'
import { DetailDrawer, ErrorState, FactList, LoadingState, RelativeTime, Section } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useNow } from '@renderer/components/useNow'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { CertificateDetail } from '@shared/contract/certificates'
import { showUnprintable } from '@shared/printable'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeliveryMark } from '../requests/marks'
import { CertificateStandingMark } from './CertificateStandingMark'
import { useCertificateFacts } from './certificateFacts'
import { SignerPath } from './chain/SignerPath'
import { PemActions } from './PemActions'
import { RevokeCertificate } from './RevokeCertificate'

interface CertificateDrawerProps {
  readonly certificateId: number
  readonly onClose: () => void
}

/** One certificate of a station: what it says, whether it counts, and the way to make it count no more. */
export function CertificateDrawer({ certificateId, onClose }: CertificateDrawerProps) {
  const { t } = useTranslation('certificates')
  const found = useQuery(useOrpc().certificates.get.queryOptions({ input: { certificateId } }))
  if (found.data) return <Detail certificate={found.data} onClose={onClose} />
  return (
    <DetailDrawer title={t('facts.pem')} onClose={onClose}>
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <LoadingState rows={5} />
      )}
    </DetailDrawer>
  )
}

function Detail({ certificate, onClose }: { readonly certificate: CertificateDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('certificates')
  const now = useNow()
  const facts = useCertificateFacts()
  const [revoking, setRevoking] = useState(false)
  const { revocation, stationIdentity, pem } = certificate
  const counts = revocation === null && now <= certificate.notAfter
  return (
    <DetailDrawer
      title={stationIdentity}
      mark={
        <CertificateStandingMark
          notBefore={certificate.notBefore}
          notAfter={certificate.notAfter}
          revoked={revocation !== null}
        />
      }
      subtitle={t('detail.subtitle')}
      onClose={onClose}
      actions={
        <>
          <PemActions pem={pem} file={t('facts.stationFile', { station: stationIdentity })} />
          <Box sx={{ flex: 1 }} />
          {counts && (
            <PermittedButton
              call="certificates.revoke"
              variant="outlined"
              color="error"
              disabled={revoking}
              onClick={() => setRevoking(true)}
            >
              {t('revoke.open')}
            </PermittedButton>
          )}
        </>
      }
    >
      {revoking && counts && (
        <Box sx={{ mb: 5 }}>
          <RevokeCertificate certificate={certificate} onEnd={() => setRevoking(false)} />
        </Box>
      )}
      <Section title={t('detail.life')}>
        <Life certificate={certificate} />
      </Section>
      <Section title={t('chain.heading')}>
        <SignerPath owner={stationIdentity} certificate={certificate} revoked={revocation !== null} />
      </Section>
      <Section title={t('facts.pem')}>
        <FactList facts={facts(certificate)} />
      </Section>
    </DetailDrawer>
  )
}

function Life({ certificate }: { readonly certificate: CertificateDetail }) {
  const { t } = useTranslation('certificates')
  const format = useFormat()
  const { issuedAt, delivery, seenAt, revocation } = certificate
  return (
    <FactList
      facts={[
        { name: t('issued.column.issued'), value: <RelativeTime at={issuedAt} /> },
        { name: t('issued.column.delivery'), value: <DeliveryMark state={delivery.state} /> },
        { name: t('detail.seen'), value: seenAt === null ? t('detail.notSeen') : <RelativeTime at={seenAt} /> },
        ...(revocation === null
          ? []
          : [
              {
                name: t('detail.revoked'),
                value: t('detail.revokedBy', {
                  when: format.dateTime(revocation.at),
                  by: showUnprintable(revocation.by),
                }),
              },
              { name: t('revoke.reason'), value: t(`reason.${revocation.reason}`) },
            ]),
      ]}
    />
  )
}
