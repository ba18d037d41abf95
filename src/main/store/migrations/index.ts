import { first } from './0001-first'
import { notices } from './0002-notices'
import { commands } from './0003-commands'
import { variables } from './0004-variables'
import { ledger } from './0005-ledger'
import { ledgerScale } from './0006-ledger-scale'
import { files } from './0007-files'
import { tolerance } from './0008-tolerance'
import { presentedCards } from './0009-presented-cards'
import { securityProfiles } from './0010-security-profiles'
import { revocation } from './0011-revocation'
import { backup } from './0012-backup'
import { upgrades } from './0013-upgrades'
import { authorityGenerations } from './0014-authority-generations'
import { deskRules } from './0015-desk-rules'
import { broker } from './0016-broker'
import { devices } from './0017-devices'
import { readers } from './0018-readers'
import { cardRules } from './0019-card-rules'
import { localLists } from './0020-local-lists'
import { operators } from './0021-operators'
import { tariffs } from './0022-tariffs'
import { presentedGroups } from './0023-presented-groups'
import { removedDevices } from './0024-removed-devices'
import { longSessions } from './0025-long-sessions'
import type { Migration } from './migration'

/** All steps in their order. A new one is added at the end; none is ever changed after its release. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  notices,
  commands,
  variables,
  ledger,
  ledgerScale,
  files,
  tolerance,
  presentedCards,
  securityProfiles,
  revocation,
  backup,
  upgrades,
  authorityGenerations,
  deskRules,
  broker,
  devices,
  readers,
  cardRules,
  localLists,
  operators,
  tariffs,
  presentedGroups,
  removedDevices,
  longSessions,
]
