import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { PageTitle } from '@renderer/components'
import { useTranslation } from 'react-i18next'
import { Authority } from './Authority'
import { IssuedCertificates } from './IssuedCertificates'
import { KeyStoreLine } from './KeyStoreLine'

/** The site's own authority, who protects its keys, and what it has issued. */
export default function CertificatesPage() {
  const { t } = useTranslation('certificates')
  return (
    <>
      <PageTitle title={t('title')} />
      <Box sx={{ display: 'grid', gap: 4, mb: 8 }}>
        <Typography variant="h2">{t('authority.heading')}</Typography>
        <Authority />
        <KeyStoreLine />
      </Box>
      <Typography variant="h2" sx={{ mb: 3 }}>
        {t('issued.heading')}
      </Typography>
      <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 360, height: '70vh', maxHeight: 720 }}>
        <IssuedCertificates />
      </Box>
    </>
  )
}
