import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { PageTitle } from '@renderer/components'
import { ONE_STATION_FILTER } from '@renderer/components/list/oneStationFilter'
import { useBeside } from '@renderer/components/list/useListFilter'
import { useOrpc } from '@renderer/link'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useMatch, useNavigate } from 'react-router'
import { Authority } from './Authority'
import { CertificateDrawer } from './CertificateDrawer'
import { TrustPicture } from './chain/TrustPicture'
import { ExpiryCalendar } from './ExpiryCalendar'
import { IssuedCertificates } from './IssuedCertificates'
import { KeyStoreLine } from './KeyStoreLine'
import { RollOverBanner } from './rollover/RollOverBanner'

/** The site's own authority, what ends when, and what it has issued; at /certificates/<number of a certificate, or “issued”>. */
export default function CertificatesPage() {
  const { t } = useTranslation(['certificates', 'rollOver'])
  const navigate = useNavigate()
  const beside = useBeside(ONE_STATION_FILTER)
  const { id } = useMatch('/certificates/:id')?.params ?? {}
  const openId = Number(id) > 0 ? Number(id) : null
  const state = useQuery(useOrpc().rollOver.get.queryOptions()).data
  const issued = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (id !== 'issued') return
    // After the shell, which begins every page at its top.
    const frame = requestAnimationFrame(() => {
      issued.current?.scrollIntoView({ block: 'start' })
      issued.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [id])
  return (
    <>
      <PageTitle
        title={t('title')}
        action={
          <Button component={Link} to="/certificates/authority" variant="outlined">
            {t('rollOver:open')}
          </Button>
        }
      />
      <RollOverBanner />
      <Box sx={{ display: 'grid', gap: 4, mb: 8 }}>
        <Typography variant="h2">{t('authority.heading')}</Typography>
        {state && (
          <Box
            component="section"
            aria-labelledby="chain-of-trust"
            sx={{ p: 5, border: 1, borderColor: 'divider', borderRadius: 1.5, bgcolor: 'background.paper' }}
          >
            <Typography variant="h3" id="chain-of-trust">
              {t('chain.heading')}
            </Typography>
            <Typography color="textSecondary" sx={{ mb: 3 }}>
              {t('chain.text')}
            </Typography>
            <TrustPicture state={state} at="/certificates/authority" />
          </Box>
        )}
        <Authority />
        <KeyStoreLine />
      </Box>
      <Box component="section" sx={{ mb: 8 }}>
        <Typography variant="h2" sx={{ mb: 1 }}>
          {t('calendar.heading')}
        </Typography>
        <Typography color="textSecondary" sx={{ mb: 3 }}>
          {t('calendar.text')}
        </Typography>
        <ExpiryCalendar />
      </Box>
      <Typography variant="h2" sx={{ mb: 3 }} ref={issued} tabIndex={-1}>
        {t('issued.heading')}
      </Typography>
      <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 360, height: '70vh', maxHeight: 720 }}>
        <IssuedCertificates
          openId={openId}
          onOpen={(certificateId) => void navigate(beside(`/certificates/${certificateId}`))}
        />
      </Box>
      {openId !== null && (
        <CertificateDrawer key={openId} certificateId={openId} onClose={() => void navigate(beside('/certificates'))} />
      )}
    </>
  )
}
