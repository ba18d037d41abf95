import { type ComponentType, lazy } from 'react'
import type { StationTabProps } from './stationTab'

type TabContent = ComponentType<StationTabProps>

/**
 * The tabs of a station's page in their order, one line each: `#/stations/<id>/<key>`. A tab is loaded when it is first
 * opened; its file exports it as its default. Its name is `stations:tabs.<key>`. What lies below its address
 * (`#/stations/<id>/<key>/…`) is its own matter. `fills` gives it the height of the window, for tables that scroll
 * inside themselves.
 */
export const stationTabs = [
  { key: 'commands', fills: true, Content: lazy<TabContent>(() => import('../../commands/CommandsTab')) },
  { key: 'configuration', fills: true, Content: lazy<TabContent>(() => import('../../variables/ConfigurationTab')) },
  { key: 'reports', fills: true, Content: lazy<TabContent>(() => import('../../notices/StationNoticesTab')) },
  { key: 'log', fills: true, Content: lazy<TabContent>(() => import('../../frames/StationLogTab')) },
  {
    key: 'not-understood',
    fills: false,
    Content: lazy<TabContent>(() => import('../../sessions/NotUnderstoodTab')),
  },
  { key: 'files', fills: true, Content: lazy<TabContent>(() => import('../../files/StationFilesTab')) },
  { key: 'tolerance', fills: false, Content: lazy<TabContent>(() => import('../../tolerance/ToleranceTab')) },
  { key: 'about', fills: false, Content: lazy<TabContent>(() => import('./AboutTab')) },
] as const
export type StationTabKey = (typeof stationTabs)[number]['key']
