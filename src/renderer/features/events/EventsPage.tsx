import { TabbedPage } from '@renderer/components'
import { useTranslation } from 'react-i18next'
import { useMatch } from 'react-router'
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
    <TabbedPage
      name="events"
      title={t('title')}
      label={t('tabs.label')}
      tabs={TABS.map((each) => ({ tab: each, label: t(`tabs.${each}`) }))}
      shown={tab}
    >
      <Content />
    </TabbedPage>
  )
}
