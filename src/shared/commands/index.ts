import { z } from 'zod'
import { customerInformation, localListVersion, sendLocalList } from './cards'
import { deleteCertificate, installCertificate, installedCertificates } from './certificates'
import { showCost, startSession, stopSession, transactionStatus, unlock } from './charging'
import { readVariables, reportSelected, reportVariables, setVariables } from './configuration'
import { getLog, publishFirmware, unpublishFirmware, updateFirmware } from './files'
import { clearLimits, compositeSchedule, limitCharging, reportLimits } from './limits'
import { clearMessage, reportMessages, showMessage } from './messages'
import { clearMonitors, reportMonitors, setMonitor, setMonitoringBase, setMonitoringLevel } from './monitoring'
import { cancelReservation, reserve } from './reservations'
import { clearCache, dataTransfer, reset, setAvailability, trigger } from './station'

/** Every command of the site's own, by its name, in the order of the catalogue. */
export const COMMANDS = {
  'start-session': startSession,
  'stop-session': stopSession,
  unlock,
  reset,
  'set-availability': setAvailability,
  trigger,
  'read-variables': readVariables,
  'report-variables': reportVariables,
  'report-selected': reportSelected,
  'set-variables': setVariables,
  'limit-charging': limitCharging,
  'clear-limits': clearLimits,
  'composite-schedule': compositeSchedule,
  'report-limits': reportLimits,
  'show-message': showMessage,
  'clear-message': clearMessage,
  'report-messages': reportMessages,
  'show-cost': showCost,
  reserve,
  'cancel-reservation': cancelReservation,
  'get-log': getLog,
  'update-firmware': updateFirmware,
  'publish-firmware': publishFirmware,
  'unpublish-firmware': unpublishFirmware,
  'send-local-list': sendLocalList,
  'local-list-version': localListVersion,
  'clear-cache': clearCache,
  'customer-information': customerInformation,
  'set-monitoring-base': setMonitoringBase,
  'set-monitoring-level': setMonitoringLevel,
  'set-monitor': setMonitor,
  'clear-monitors': clearMonitors,
  'report-monitors': reportMonitors,
  'installed-certificates': installedCertificates,
  'install-certificate': installCertificate,
  'delete-certificate': deleteCertificate,
  'transaction-status': transactionStatus,
  'data-transfer': dataTransfer,
} as const

export type StationCommandName = keyof typeof COMMANDS
/** What a command says, as it was checked: defaults are filled in. */
export type StationCommandInput<Name extends StationCommandName> = z.output<(typeof COMMANDS)[Name]['input']>

export const STATION_COMMAND_NAMES = Object.keys(COMMANDS) as [StationCommandName, ...StationCommandName[]]

/** One command, ready to be sent: its name and what it says. */
export const StationCommand = z.discriminatedUnion('name', [
  startSession.order,
  stopSession.order,
  unlock.order,
  reset.order,
  setAvailability.order,
  trigger.order,
  readVariables.order,
  reportVariables.order,
  reportSelected.order,
  setVariables.order,
  limitCharging.order,
  clearLimits.order,
  compositeSchedule.order,
  reportLimits.order,
  showMessage.order,
  clearMessage.order,
  reportMessages.order,
  showCost.order,
  reserve.order,
  cancelReservation.order,
  getLog.order,
  updateFirmware.order,
  publishFirmware.order,
  unpublishFirmware.order,
  sendLocalList.order,
  localListVersion.order,
  clearCache.order,
  customerInformation.order,
  setMonitoringBase.order,
  setMonitoringLevel.order,
  setMonitor.order,
  clearMonitors.order,
  reportMonitors.order,
  installedCertificates.order,
  installCertificate.order,
  deleteCertificate.order,
  transactionStatus.order,
  dataTransfer.order,
])
export type StationCommand = z.output<typeof StationCommand>
