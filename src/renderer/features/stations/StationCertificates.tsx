import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { showUnprintable } from '@shared/printable'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/ErrorState'
import { LoadingState } from '../../components/LoadingState'
import { useFormat } from '../../i18n/useFormat'
import { useOrpc } from '../../link/LinkProvider'

/** The newest certificates that were issued to a station. */
export function StationCertificates({ stationId }: { readonly stationId: number }) {
  const { t } = useTranslation('stations')
  const format = useFormat()
  const { data, error, isError, refetch } = useQuery(
    useOrpc().certificates.find.queryOptions({ input: { stationId, limit: 3 } }),
  )
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState rows={1} />
  if (data.entries.length === 0) {
    return <Typography sx={{ color: 'text.secondary' }}>{t('detail.noCertificates')}</Typography>
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 2 }}>
      {data.entries.map((certificate) => (
        <li key={certificate.id}>
          <Typography sx={{ overflowWrap: 'anywhere' }}>{showUnprintable(certificate.subject)}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {certificate.keyDescription} · {t('detail.validUntil', { when: format.date(certificate.notAfter) })} ·{' '}
            {certificate.revocation === null
              ? t(`detail.delivery.${certificate.delivery.state}`)
              : t('detail.certificateRevoked', { when: format.date(certificate.revocation.at) })}
          </Typography>
        </li>
      ))}
    </Box>
  )
}
