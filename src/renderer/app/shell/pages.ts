import BoltIcon from '@mui/icons-material/BoltOutlined'
import CreditCardIcon from '@mui/icons-material/CreditCardOutlined'
import EventNoteIcon from '@mui/icons-material/EventNoteOutlined'
import EvStationIcon from '@mui/icons-material/EvStationOutlined'
import FactCheckIcon from '@mui/icons-material/FactCheckOutlined'
import FilesIcon from '@mui/icons-material/FolderOutlined'
import DevicesIcon from '@mui/icons-material/HubOutlined'
import ReportsIcon from '@mui/icons-material/ReceiptLongOutlined'
import SettingsIcon from '@mui/icons-material/SettingsOutlined'
import DashboardIcon from '@mui/icons-material/SpaceDashboardOutlined'
import LogIcon from '@mui/icons-material/SwapVertOutlined'
import CertificateIcon from '@mui/icons-material/WorkspacePremiumOutlined'
import type { SiteState } from '@shared/contract/site'

/** The pages in the order of the rail. `waits` counts what needs a person there; `words` is the key that says it. */
export const pages = [
  { key: 'overview', path: '/', Icon: DashboardIcon, waits: null },
  {
    key: 'stations',
    path: '/stations',
    Icon: EvStationIcon,
    waits: { words: 'waiting.stations', count: (waiting: SiteState['waiting']) => waiting.stations },
  },
  { key: 'sessions', path: '/sessions', Icon: BoltIcon, waits: null },
  { key: 'reports', path: '/reports', Icon: ReportsIcon, waits: null },
  {
    key: 'cards',
    path: '/cards',
    Icon: CreditCardIcon,
    waits: { words: 'waiting.cards', count: (waiting: SiteState['waiting']) => waiting.unknownCards },
  },
  {
    key: 'requests',
    path: '/requests',
    Icon: FactCheckIcon,
    waits: { words: 'waiting.requests', count: (waiting: SiteState['waiting']) => waiting.requests },
  },
  { key: 'certificates', path: '/certificates', Icon: CertificateIcon, waits: null },
  { key: 'devices', path: '/devices', Icon: DevicesIcon, waits: null },
  { key: 'files', path: '/files', Icon: FilesIcon, waits: null },
  { key: 'events', path: '/events', Icon: EventNoteIcon, waits: null },
  { key: 'log', path: '/log', Icon: LogIcon, waits: null },
  { key: 'settings', path: '/settings', Icon: SettingsIcon, waits: null },
] as const
