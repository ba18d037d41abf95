import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, TimeSentence } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useOrpc } from '@renderer/link'
import type { StationRoots as Trusted } from '@shared/contract/roots'
import type { Station } from '@shared/contract/stations'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import { AnchorList } from './AnchorList'
import { InstallOther } from './InstallOther'
import { useRootCommands } from './useRootCommands'

/** The roots that a station trusts, as it said itself, and the ways to change them. */
export function StationRoots({ station }: { readonly station: Station }) {
  const { t } = useTranslation('roots')
  const { id: stationId } = station
  const found = useQuery(useOrpc().roots.get.queryOptions({ input: { stationId } }))
  const commands = useRootCommands(station)
  const [isOther, setIsOther] = useState(false)
  if (!found.data) {
    return found.isError ? (
      <ErrorState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <LoadingState rows={2} />
    )
  }
  const { siteRoot, nextRoot, reports, newest } = found.data
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <div>
        <Typography>{t(`site.${siteRoot.kind}`)}</Typography>
        {nextRoot && <Typography>{t(`next.${nextRoot.kind}`)}</Typography>}
      </div>
      {reports.map((report) => (
        <div key={report.use}>
          <Typography sx={{ fontWeight: 600 }}>{t(`use.${report.use}`)}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
            <TimeSentence at={report.at} words={(when) => t('asked', { when })} />
          </Typography>
          <AnchorList station={station} report={report} commands={commands} />
        </div>
      ))}
      {newest && <Newest stationId={stationId} command={newest} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {siteRoot.kind !== 'has' && (
          <PermittedButton
            call="roots.install"
            size="small"
            variant="outlined"
            disabled={commands.isBusy}
            onClick={() => commands.install('current')}
          >
            {t('install')}
          </PermittedButton>
        )}
        {nextRoot && nextRoot.kind !== 'has' && (
          <PermittedButton
            call="roots.install"
            size="small"
            variant="outlined"
            disabled={commands.isBusy}
            onClick={() => commands.install('next')}
          >
            {t('installNext')}
          </PermittedButton>
        )}
        <PermittedButton call="roots.ask" size="small" disabled={commands.isBusy} onClick={commands.ask}>
          {t('ask')}
        </PermittedButton>
        <PermittedButton call="roots.installOther" size="small" onClick={() => setIsOther(true)}>
          {t('other.open')}
        </PermittedButton>
      </Box>
      {isOther && <InstallOther station={station} onEnd={() => setIsOther(false)} />}
    </Box>
  )
}

/** What became of the newest command about roots, unless all went well. */
function Newest({
  stationId,
  command,
}: {
  readonly stationId: number
  readonly command: NonNullable<Trusted['newest']>
}) {
  const { t } = useTranslation('roots')
  const { state, status, action } = command
  const known = (['waiting', 'sent', 'refused', 'failed', 'unknown', 'offline'] as const).find((each) => each === state)
  const named = (['GetInstalledCertificateIds', 'InstallCertificate', 'DeleteCertificate'] as const).find(
    (each) => each === action,
  )
  if (!known || !named) return null
  return (
    <Typography variant="body2" role="status" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
      {t(`newest.${known}`, { what: t(`action.${named}`), status: status ?? '' })}{' '}
      <Link component={RouterLink} to={`/stations/${stationId}/commands`}>
        {t('newest.open')}
      </Link>
    </Typography>
  )
}
