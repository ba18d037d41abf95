import { errors } from '@shared/words/de/errors'
import { findings } from '@shared/words/de/findings'
import { told } from '@shared/words/de/told'
import type { Translation } from '@shared/words/translation'
import type { en } from '../en'
import { approvers } from './approvers'
import { automation } from './automation'
import { cards } from './cards'
import { certificates } from './certificates'
import { charts } from './charts'
import { commands } from './commands'
import { common } from './common'
import { devices } from './devices'
import { energy } from './energy'
import { events } from './events'
import { files } from './files'
import { firstSteps } from './firstSteps'
import { forms } from './forms'
import { frames } from './frames'
import { lists } from './lists'
import { notices } from './notices'
import { offline } from './offline'
import { operators } from './operators'
import { overview } from './overview'
import { palette } from './palette'
import { reach } from './reach'
import { readers } from './readers'
import { reports } from './reports'
import { requests } from './requests'
import { rollOver } from './rollOver'
import { roots } from './roots'
import { rules } from './rules'
import { security } from './security'
import { sessions } from './sessions'
import { settings } from './settings'
import { setup } from './setup'
import { shell } from './shell'
import { stations } from './stations'
import { tolerance } from './tolerance'
import { updates } from './updates'
import { upgrades } from './upgrades'
import { variables } from './variables'

/** The German words of the console, in the namespaces of the English ones. */
export const de: Translation<typeof en> = {
  common,
  shell,
  offline,
  overview,
  firstSteps,
  palette,
  operators,
  stations,
  setup,
  settings,
  reach,
  cards,
  readers,
  reports,
  requests,
  rules,
  approvers,
  automation,
  devices,
  sessions,
  energy,
  events,
  lists,
  notices,
  certificates,
  charts,
  rollOver,
  roots,
  files,
  commands,
  forms,
  frames,
  variables,
  tolerance,
  security,
  updates,
  upgrades,
  errors,
  findings,
  told,
}
