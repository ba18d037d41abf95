import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { StationRoots } from '../../certificates/trust/StationRoots'
import { StationNumbers } from '../../readers/StationNumbers'
import { AdmissionButtons } from '../AdmissionButtons'
import { StationCertificates } from '../StationCertificates'
import { StationFactList } from '../StationFactList'
import { StationNames } from '../StationNames'
import { StationSecurityEvents } from '../StationSecurityEvents'
import { Panel } from './Panel'
import type { StationTabProps } from './stationTab'

/** What a station is and how it is named; its certificates and security events beside that. */
export default function AboutTab({ station }: StationTabProps) {
  const { t } = useTranslation(['stations', 'readers', 'roots'])
  return (
    <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'repeat(auto-fit, minmax(340px, 1fr))' }}>
      <Panel title={t('detail.facts')}>
        <StationFactList station={station} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mt: 4 }}>
          <AdmissionButtons station={station} size="small" />
          <Typography variant="body2" sx={{ color: 'text.secondary', flex: '1 1 200px' }}>
            {t(`detail.hint.${station.admission}`)}
          </Typography>
        </Box>
      </Panel>
      <Panel title={t('detail.edit')}>
        <StationNames key={station.id} station={station} />
      </Panel>
      <Panel title={t('readers:calibrate.panel')}>
        <StationNumbers station={station} />
      </Panel>
      <Panel title={t('detail.certificates')}>
        <StationCertificates stationId={station.id} />
      </Panel>
      <Panel title={t('roots:title')}>
        <StationRoots station={station} />
      </Panel>
      <Panel title={t('detail.security')}>
        <StationSecurityEvents stationId={station.id} />
      </Panel>
    </Box>
  )
}
