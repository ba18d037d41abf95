import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import type { Station } from '@shared/contract/stations'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { stationTabs } from './page/stationTabs'

/** The ways from the glance into the station's page: one to each of its tabs. */
export function StationWays({ station }: { readonly station: Station }) {
  const { t } = useTranslation('stations')
  return (
    <Box
      component="nav"
      aria-label={t('page.ways', { identity: station.identity })}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 3,
        rowGap: 2,
        mb: 5,
        paddingBottom: 4,
        borderBottom: '1px solid',
        borderColor: 'divider',
      }}
    >
      {stationTabs.map(({ key }) => (
        <MuiLink key={key} component={Link} to={`/stations/${station.id}/${key}`} underline="hover">
          {t(`tabs.${key}`)}
        </MuiLink>
      ))}
    </Box>
  )
}
