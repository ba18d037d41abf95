import type { CallName } from '../../link/useRights'

/** The words that name the places below. */
export const NAMESPACES = [
  'shell',
  'cards',
  'devices',
  'energy',
  'events',
  'files',
  'firstSteps',
  'offline',
  'readers',
  'reports',
  'requests',
  'rollOver',
  'settings',
  'stations',
  'upgrades',
] as const

/**
 * Places and beginnings of actions that no list holds, in the order in which they are offered; the pages of the rail come
 * before them. `words` is the key that names one, `below` that of the page it belongs to.
 */
export const places = [
  { to: '/first-steps', words: 'firstSteps:title', below: 'shell:pages.overview', call: null },
  { to: '/cards/enrol', words: 'cards:enrol', below: 'shell:pages.cards', call: 'cards.enrol' },
  { to: '/cards/box', words: 'readers:box.open', below: 'shell:pages.cards', call: 'cards.enrol' },
  { to: '/cards/import', words: 'cards:import.title', below: 'shell:pages.cards', call: 'cardImport.begin' },
  { to: '/cards/readers', words: 'readers:state.title', below: 'shell:pages.cards', call: null },
  { to: '/cards/offline', words: 'offline:title', below: 'shell:pages.cards', call: null },
  { to: '/stations/new', words: 'stations:add', below: 'shell:pages.stations', call: 'stations.register' },
  { to: '/security-profiles', words: 'upgrades:title', below: 'shell:pages.stations', call: null },
  { to: '/sessions/energy', words: 'energy:title', below: 'shell:pages.sessions', call: null },
  { to: '/reports/tariffs', words: 'reports:tabs.tariffs', below: 'shell:pages.reports', call: null },
  { to: '/requests?view=history', words: 'requests:view.history', below: 'shell:pages.requests', call: null },
  { to: '/requests?view=rules', words: 'requests:view.rules', below: 'shell:pages.requests', call: null },
  { to: '/certificates/authority', words: 'rollOver:title', below: 'shell:pages.certificates', call: null },
  { to: '/devices/tokens', words: 'devices:tabs.tokens', below: 'shell:pages.devices', call: null },
  { to: '/devices/try', words: 'devices:tabs.try', below: 'shell:pages.devices', call: null },
  { to: '/devices/connect', words: 'devices:tabs.connect', below: 'shell:pages.devices', call: null },
  { to: '/files/firmware', words: 'files:tabs.firmware', below: 'shell:pages.files', call: null },
  { to: '/files/logs', words: 'files:tabs.logs', below: 'shell:pages.files', call: null },
  { to: '/events/security', words: 'events:tabs.security', below: 'shell:pages.events', call: null },
  { to: '/events/cards', words: 'events:tabs.cards', below: 'shell:pages.events', call: null },
  { to: '/events/changes', words: 'events:tabs.changes', below: 'shell:pages.events', call: null },
  { to: '/settings/reach', words: 'settings:parts.reach', below: 'shell:pages.settings', call: null },
  { to: '/settings/operators', words: 'settings:parts.operators', below: 'shell:pages.settings', call: null },
  {
    to: '/settings/people',
    words: 'settings:parts.people',
    below: 'shell:pages.settings',
    call: 'approvers.setWanted',
  },
  {
    to: '/settings/scripts',
    words: 'settings:parts.scripts',
    below: 'shell:pages.settings',
    call: 'apiTokens.configure',
  },
  { to: '/settings/reports', words: 'settings:parts.reports', below: 'shell:pages.settings', call: null },
  { to: '/settings/backup', words: 'settings:parts.backup', below: 'shell:pages.settings', call: null },
  { to: '/settings/updates', words: 'settings:parts.updates', below: 'shell:pages.settings', call: null },
] as const satisfies readonly { to: string; words: string; below: string; call: CallName | null }[]
