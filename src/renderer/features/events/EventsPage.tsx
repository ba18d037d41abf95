import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { PageTitle } from '@renderer/components'
import { useTranslation } from 'react-i18next'
import { Link, useMatch } from 'react-router'
import { CardDecisions } from './CardDecisions'
import { Changes } from './Changes'
import { SecurityEvents } from './SecurityEvents'
import { Told } from './Told'

const TABS = ['security', 'reports', 'cards', 'changes'] as const
type EventsTab = (typeof TABS)[number]
const CONTENT = { security: SecurityEvents, reports: Told, cards: CardDecisions, changes: Changes } as const

/** What stations reported, what presented cards were answered, and what people changed. Each has its own address. */
export default function EventsPage() {
  const { t } = useTranslation('events')
  const named = useMatch('/events/:tab/*')?.params.tab
  const tab: EventsTab = TABS.find((each) => each === named) ?? 'security'
  const Content = CONTENT[tab]
  return (
    <Box sx={{ height: '100%', minHeight: 480, display: 'flex', flexDirection: 'column' }}>
      <PageTitle title={t('title')} />
      <Tabs value={tab} aria-label={t('tabs.label')} sx={{ mb: 4, borderBottom: 1, borderColor: 'divider' }}>
        {TABS.map((each) => (
          <Tab
            key={each}
            value={each}
            label={t(`tabs.${each}`)}
            component={Link}
            to={`/events/${each}`}
            id={`events-tab-${each}`}
            aria-controls="events-panel"
          />
        ))}
      </Tabs>
      <Box
        id="events-panel"
        role="tabpanel"
        aria-labelledby={`events-tab-${tab}`}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        <Content />
      </Box>
    </Box>
  )
}
