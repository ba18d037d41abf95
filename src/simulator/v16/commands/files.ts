import type { CommandPort } from '../../commandPort'
import type { FirmwareOrder } from '../../files/firmware'
import type { LogOrder } from '../../files/logUpload'
import type { Handlers16 } from './commands'

/** Seconds between two attempts when the server names none. */
const RETRY_SECONDS = 30

/** Logs to the server and firmware from it (1.6 §5.9, §5.19; security whitepaper L01, N01). */
export function fileCommands(
  port: CommandPort,
): Handlers16<'GetDiagnostics' | 'GetLog' | 'UpdateFirmware' | 'SignedUpdateFirmware'> {
  const date = (text: string | undefined) => (text === undefined ? null : new Date(text))
  return {
    GetDiagnostics: ({ location, retries, retryInterval, startTime, stopTime }) => {
      const order: LogOrder = {
        which: 'diagnostics',
        location,
        requestId: null,
        from: date(startTime),
        to: date(stopTime),
        retries: retries ?? 0,
        retrySeconds: retryInterval ?? RETRY_SECONDS,
      }
      const { filename, go } = port.logs.take(order)
      return { payload: { fileName: filename }, afterwards: go }
    },

    GetLog: ({ log, logType, requestId, retries, retryInterval }) => {
      const { filename, replaced, go } = port.logs.take({
        which: logType === 'SecurityLog' ? 'security' : 'diagnostics',
        location: log.remoteLocation,
        requestId,
        from: date(log.oldestTimestamp),
        to: date(log.latestTimestamp),
        retries: retries ?? 0,
        retrySeconds: retryInterval ?? RETRY_SECONDS,
      })
      return { payload: { status: replaced ? 'AcceptedCanceled' : 'Accepted', filename }, afterwards: go }
    },

    UpdateFirmware: ({ location, retrieveDate, retries, retryInterval }) => {
      const order: FirmwareOrder = {
        location,
        requestId: null,
        retrieveAt: new Date(retrieveDate),
        installAt: null,
        signed: null,
        retries: retries ?? 0,
        retrySeconds: retryInterval ?? RETRY_SECONDS,
      }
      return { payload: {}, afterwards: port.firmware.take(order).go }
    },

    SignedUpdateFirmware: async ({ requestId, firmware, retries, retryInterval }) => {
      const order: FirmwareOrder = {
        location: firmware.location,
        requestId,
        retrieveAt: new Date(firmware.retrieveDateTime),
        installAt: date(firmware.installDateTime),
        signed: { certificate: firmware.signingCertificate, signature: firmware.signature },
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
