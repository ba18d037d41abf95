import type { Site } from '../site'
import { apiTokensService } from './apiTokens'
import { backupService } from './backup'
import { cardImportService } from './cardImport'
import { cardsService } from './cards'
import { certificatesService } from './certificates'
import { commandsService } from './commands'
import { approversService, deskRulesService } from './deskRules'
import { desktopService } from './desktop'
import { devicesService } from './devices'
import { eventsService } from './events'
import { filesService } from './files'
import { framesService } from './frames'
import { service } from './implementer'
import { localListsService } from './localLists'
import { noticesService } from './notices'
import { operatorsService } from './operators'
import { portsService } from './ports'
import { powerService } from './power'
import { readersService } from './readers'
import { refusedCallsService } from './refusedCalls'
import { reportsService, tariffsService } from './reports'
import { requestsService } from './requests'
import { rollOverService } from './rollOver'
import { rootsService } from './roots'
import { seatService } from './seat'
import { securityService } from './security'
import { sessionsService } from './sessions'
import { siteService } from './site'
import { stationsService } from './stations'
import { toleranceService } from './tolerance'
import { updatesService } from './updates'
import { upgradesService } from './upgrades'
import { variablesService } from './variables'

/** The whole contract over one site. Every transport serves this router. */
export function createRouter(site: Site) {
  return service.router({
    site: siteService(site),
    stations: stationsService(site),
    cards: cardsService(site),
    cardImport: cardImportService(site),
    localLists: localListsService(site),
    readers: readersService(site),
    sessions: sessionsService(site),
    reports: reportsService(site),
    tariffs: tariffsService(site),
    requests: requestsService(site),
    deskRules: deskRulesService(site),
    approvers: approversService(site),
    certificates: certificatesService(site),
    events: eventsService(site),
    notices: noticesService(site),
    variables: variablesService(site),
    files: filesService(site),
    frames: framesService(site),
    commands: commandsService(site),
    tolerance: toleranceService(site),
    security: securityService(site),
    upgrades: upgradesService(site),
    refusedCalls: refusedCallsService(site),
    backup: backupService(site),
    updates: updatesService(site),
    desktop: desktopService(site),
    devices: devicesService(site),
    apiTokens: apiTokensService(site),
    roots: rootsService(site),
    rollOver: rollOverService(site),
    ports: portsService(site),
    power: powerService(site),
    operators: operatorsService(site),
    seat: seatService(site),
  })
}
