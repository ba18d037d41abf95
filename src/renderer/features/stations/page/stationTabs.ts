import { lazyPart } from '@renderer/components/lazyPart'
import type { StationTabProps } from './stationTab'

/**
 * The tabs of a station's page in their order, one line each: `#/stations/<id>/<key>`. A tab is loaded when it is first
 * opened; its file exports it as its default. Its name is `stations:tabs.<key>`. What lies below its address
 * (`#/stations/<id>/<key>/…`) is its own matter. `fills` gives it the height of the window, for tables that scroll
 * inside themselves.
 */
export const stationTabs = [
  { key: 'commands', fills: true, Content: lazyPart<StationTabProps>(() => import('../../commands/CommandsTab')) },
  { key: 'energy', fills: false, Content: lazyPart<StationTabProps>(() => import('../../energy/StationEnergyTab')) },
  {
    key: 'configuration',
    fills: true,
    Content: lazyPart<StationTabProps>(() => import('../../variables/ConfigurationTab')),
  },
  { key: 'reports', fills: true, Content: lazyPart<StationTabProps>(() => import('../../notices/StationNoticesTab')) },
  { key: 'log', fills: true, Content: lazyPart<StationTabProps>(() => import('../../frames/StationLogTab')) },
  {
    key: 'not-understood',
    fills: false,
    Content: lazyPart<StationTabProps>(() => import('../../sessions/NotUnderstoodTab')),
  },
  { key: 'files', fills: true, Content: lazyPart<StationTabProps>(() => import('../../files/StationFilesTab')) },
  { key: 'security', fills: false, Content: lazyPart<StationTabProps>(() => import('../../security/SecurityTab')) },
  { key: 'tolerance', fills: false, Content: lazyPart<StationTabProps>(() => import('../../tolerance/ToleranceTab')) },
  { key: 'about', fills: false, Content: lazyPart<StationTabProps>(() => import('./AboutTab')) },
] as const
export type StationTabKey = (typeof stationTabs)[number]['key']
