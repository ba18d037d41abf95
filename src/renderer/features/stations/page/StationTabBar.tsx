import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type StationTabKey, stationTabs } from './stationTabs'

interface StationTabBarProps {
  readonly stationId: number
  readonly tab: StationTabKey
}

/** The tabs as links: each has its address, the arrow keys go from one to the next, Enter opens. */
export function StationTabBar({ stationId, tab }: StationTabBarProps) {
  const { t } = useTranslation('stations')
  return (
    <Tabs
      value={tab}
      variant="scrollable"
      scrollButtons="auto"
      aria-label={t('tabs.label')}
      sx={{
        mb: 4,
        borderBottom: 1,
        borderColor: 'divider',
        flex: 'none',
        // All of them have room in a window of 1024 px.
        '& .MuiTab-root': { minWidth: 0, paddingInline: 2.5 },
      }}
    >
      {stationTabs.map(({ key }) => (
        <Tab
          key={key}
          value={key}
          label={t(`tabs.${key}`)}
          component={Link}
          to={`/stations/${stationId}/${key}`}
          id={`station-tab-${key}`}
          aria-controls="station-panel"
        />
      ))}
    </Tabs>
  )
}
