import type { CommandPort } from '../../commandPort'
import type { FirmwareOrder } from '../../files/firmware'
import type { Handlers2x } from './commands'

/** Seconds between two attempts when the server names none. */
const RETRY_SECONDS = 30

/** Logs to the server and firmware from it (L01, L02, N01). */
export function fileCommands(port: CommandPort): Handlers2x<'GetLog' | 'UpdateFirmware'> {
  return {
    GetLog: ({ log, logType, requestId, retries, retryInterval }) => {
      // A charger with one data collector (2.1) would have such a log; this one has none.
      if (logType === 'DataCollectorLog') return { payload: { status: 'Rejected' } }
      const { filename, replaced, go } = port.logs.take({
        which: logType === 'SecurityLog' ? 'security' : 'diagnostics',
        location: log.remoteLocation,
        requestId,
        from: log.oldestTimestamp ? new Date(log.oldestTimestamp) : null,
        to: log.latestTimestamp ? new Date(log.latestTimestamp) : null,
        retries: retries ?? 0,
        retrySeconds: retryInterval ?? RETRY_SECONDS,
      })
      return { payload: { status: replaced ? 'AcceptedCanceled' : 'Accepted', filename }, afterwards: go }
    },

    UpdateFirmware: async ({ requestId, firmware, retries, retryInterval }) => {
      const { location, retrieveDateTime, installDateTime, signature, signingCertificate } = firmware
      const order: FirmwareOrder = {
        location,
        requestId,
        retrieveAt: new Date(retrieveDateTime),
        installAt: installDateTime ? new Date(installDateTime) : null,
        signed: signature && signingCertificate ? { certificate: signingCertificate, signature } : null,
        retries: retries ?? 0,
        retrySeconds: retryInterval ?? RETRY_SECONDS,
      }
      const objection = await port.firmware.objection(order)
      if (objection) return { payload: { status: objection } }
      const { replaced, go } = port.firmware.take(order)
      return { payload: { status: replaced ? 'AcceptedCanceled' : 'Accepted' }, afterwards: go }
    },
  }
}
