import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { ErrorState, FactList, LoadingState } from '@renderer/components'
import { useCopy } from '@renderer/components/useCopy'
import { useOrpc } from '@renderer/link'
import type { CertificateSummary } from '@shared/contract/requests'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useSite } from '../../app/SiteContext'
import { CertificateStandingMark } from './CertificateStandingMark'
import { useCertificateFacts } from './certificateFacts'
import { useSavePem } from './useSavePem'

/** The root that chargers install, and the issuing CA that signs. */
export function Authority() {
  const { t } = useTranslation('certificates')
  const orpc = useOrpc()
  const site = useSite()
  const save = useSavePem()
  const copy = useCopy()
  const found = useQuery(orpc.certificates.authority.queryOptions())
  if (!found.data) {
    return found.isError ? (
      <ErrorState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <LoadingState rows={2} rowHeight={180} />
    )
  }
  const { root, issuing } = found.data
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(340px, 1fr))', gap: 4 }}>
      <CertificateTile
        title={t('authority.root')}
        text={t('authority.rootText')}
        certificate={root}
        actions={
          <>
            <Button variant="contained" onClick={() => save(root.pem, t('authority.rootFile', { site: site.name }))}>
              {t('authority.downloadRoot')}
            </Button>
            <Button onClick={() => void copy(root.pem, t('authority.rootCertificate'))}>
              {t('authority.copyRoot')}
            </Button>
          </>
        }
      />
      <CertificateTile
        title={t('authority.issuing')}
        text={t('authority.issuingText')}
        certificate={issuing}
        actions={
          <Button
            variant="outlined"
            onClick={() => save(`${issuing.pem.trimEnd()}\n${root.pem}`, t('authority.chainFile', { site: site.name }))}
          >
            {t('authority.downloadChain')}
          </Button>
        }
      />
    </Box>
  )
}

interface CertificateTileProps {
  readonly title: string
  readonly text: string
  readonly certificate: CertificateSummary
  readonly actions: ReactNode
}

function CertificateTile({ title, text, certificate, actions }: CertificateTileProps) {
  const titleId = useId()
  const facts = useCertificateFacts()
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 4,
        p: 5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1.5,
        bgcolor: 'background.paper',
      }}
    >
      <div>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 1 }}>
          <Typography variant="h3" id={titleId} sx={{ flex: 1 }}>
            {title}
          </Typography>
          <CertificateStandingMark notBefore={certificate.notBefore} notAfter={certificate.notAfter} />
        </Box>
        <Typography color="textSecondary">{text}</Typography>
      </div>
      <FactList facts={facts(certificate)} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 'auto' }}>{actions}</Box>
    </Box>
  )
}
