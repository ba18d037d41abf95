import Button from '@mui/material/Button'
import ButtonGroup from '@mui/material/ButtonGroup'
import type { Station } from '@shared/contract/stations'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { stationTabs } from './page/stationTabs'

/** The ways from the glance into the station's page: one to each of its tabs. */
export function StationWays({ station }: { readonly station: Station }) {
  const { t } = useTranslation('stations')
  return (
    <ButtonGroup
      variant="outlined"
      aria-label={t('page.ways', { identity: station.identity })}
      sx={{ flexWrap: 'wrap', mb: 6 }}
    >
      {stationTabs.map(({ key }) => (
        <Button key={key} component={Link} to={`/stations/${station.id}/${key}`}>
          {t(`tabs.${key}`)}
        </Button>
      ))}
    </ButtonGroup>
  )
}
