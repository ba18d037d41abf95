import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useOrpc } from '@renderer/link'
import type { CertificateSummary } from '@shared/contract/requests'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CertificateStandingMark } from '../CertificateStandingMark'
import { AuthorityBox } from './AuthorityBox'
import { TrustBox } from './TrustBox'
import { signersOf } from './trustTree'

interface SignerPathProps {
  /** Whose certificate it is. */
  readonly owner: string
  readonly certificate: Pick<CertificateSummary, 'issuer' | 'notBefore' | 'notAfter'>
  readonly revoked: boolean
}

/** The way from a root of this site down to one certificate, for a drawer. */
export function SignerPath({ owner, certificate, revoked }: SignerPathProps) {
  const { t } = useTranslation('certificates')
  const state = useQuery(useOrpc().rollOver.get.queryOptions()).data
  if (!state) return null
  const signers = signersOf(certificate.issuer, state.authorities)
  if (!signers) return <Typography color="textSecondary">{t('chain.unknownSigner')}</Typography>
  const { root, issuing } = signers
  const at = '/certificates/authority'
  return (
    <Box component="ol" aria-label={t('chain.heading')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      <Step>
        <AuthorityBox authority={root} signedBy={null} crossedWith={[]} to={`${at}/${root.id}`} />
      </Step>
      <Step signed>
        <AuthorityBox authority={issuing} signedBy={root} crossedWith={[]} to={`${at}/${issuing.id}`} />
      </Step>
      <Step signed>
        <TrustBox
          title={owner}
          isBroken={revoked}
          mark={
            <CertificateStandingMark
              notBefore={certificate.notBefore}
              notAfter={certificate.notAfter}
              revoked={revoked}
            />
          }
        />
      </Step>
    </Box>
  )
}

function Step({ signed = false, children }: { readonly signed?: boolean; readonly children: ReactNode }) {
  return (
    <Box component="li" sx={{ color: 'text.secondary' }}>
      {signed && (
        <Box component="span" sx={{ display: 'block', pl: 5, lineHeight: 0 }}>
          <svg
            aria-hidden="true"
            width="12"
            height="20"
            viewBox="0 0 12 20"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          >
            <path d="M6 1v17M2 14l4 4 4-4" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        </Box>
      )}
      {children}
    </Box>
  )
}
