import { apiTokens } from './apiTokens'
import { approvers } from './approvers'
import { backup } from './backup'
import { cardImport } from './cardImport'
import { cards } from './cards'
import { certificates } from './certificates'
import { commands } from './commands'
import { deskRules } from './deskRules'
import { desktop } from './desktop'
import { devices } from './devices'
import { events } from './events'
import { files } from './files'
import { frames } from './frames'
import { localLists } from './localLists'
import { notices } from './notices'
import { operators } from './operators'
import { ports } from './ports'
import { power } from './power'
import { readers } from './readers'
import { refusedCalls } from './refusedCalls'
import { reports } from './reports'
import { requests } from './requests'
import { rollOver } from './rollover'
import { roots } from './roots'
import { seat } from './seat'
import { security } from './security'
import { sessions } from './sessions'
import { site } from './site'
import { stations } from './stations'
import { tariffs } from './tariffs'
import { tolerance } from './tolerance'
import { updates } from './updates'
import { upgrades } from './upgrades'
import { variables } from './variables'

/**
 * Everything the console or a script may ask, defined once. Server (src/main/service), client (src/renderer/link),
 * script interface and test fakes derive from this value.
 */
export const contract = {
  site,
  stations,
  cards,
  cardImport,
  localLists,
  readers,
  sessions,
  reports,
  tariffs,
  requests,
  deskRules,
  approvers,
  certificates,
  events,
  notices,
  variables,
  files,
  frames,
  tolerance,
  security,
  upgrades,
  refusedCalls,
  commands,
  backup,
  updates,
  desktop,
  devices,
  apiTokens,
  roots,
  rollOver,
  ports,
  power,
  operators,
  seat,
}
export type Contract = typeof contract
