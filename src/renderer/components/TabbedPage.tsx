import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { PageTitle } from './PageTitle'

interface TabbedPageProps {
  /** Its address: each tab is at /<name>/<tab>. */
  readonly name: string
  readonly title: string
  /** Stands beside the title. */
  readonly action?: ReactNode
  /** Names the tabs together, for those who can't see what they belong to. */
  readonly label: string
  readonly tabs: readonly { readonly tab: string; readonly label: string }[]
  readonly shown: string
  /** What the tab shows. */
  readonly children: ReactNode
  /** What lies over the page. */
  readonly over?: ReactNode
}

/** A page of several tabs that fills the window, each with its own address. */
export function TabbedPage({ name, title, action, label, tabs, shown, children, over }: TabbedPageProps) {
  return (
    <Box sx={{ height: '100%', minHeight: 480, display: 'flex', flexDirection: 'column' }}>
      <PageTitle title={title} action={action} />
      <Tabs value={shown} aria-label={label} sx={{ mb: 4, borderBottom: 1, borderColor: 'divider' }}>
        {tabs.map(({ tab, label: tabLabel }) => (
          <Tab
            key={tab}
            value={tab}
            label={tabLabel}
            component={Link}
            to={`/${name}/${tab}`}
            id={`${name}-tab-${tab}`}
            aria-controls={`${name}-panel`}
          />
        ))}
      </Tabs>
      <Box
        id={`${name}-panel`}
        role="tabpanel"
        aria-labelledby={`${name}-tab-${shown}`}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        {children}
      </Box>
      {over}
    </Box>
  )
}
