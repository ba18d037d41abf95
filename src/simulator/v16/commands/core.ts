import type { CommandPort } from '../../commandPort'
import { raiseProfile } from '../../securityProfile'
import { changeConfiguration, getConfiguration } from '../configuration'
import { profile2x } from './chargingProfile'
import type { Handlers16 } from './commands'

/** The core profile: availability, configuration, remote control (1.6 §5.2–5.18). */
export function coreCommands(
  port: CommandPort,
): Handlers16<
  | 'ChangeAvailability'
  | 'ChangeConfiguration'
  | 'ClearCache'
  | 'DataTransfer'
  | 'GetConfiguration'
  | 'RemoteStartTransaction'
  | 'RemoteStopTransaction'
  | 'Reset'
  | 'UnlockConnector'
> {
  return {
    ChangeAvailability: ({ connectorId, type }) => {
      if (connectorId !== 0 && !port.hasEvse(connectorId)) return { payload: { status: 'Rejected' } }
      const when = port.setAvailability(connectorId === 0 ? null : connectorId, type === 'Operative')
      return { payload: { status: when === 'done' ? 'Accepted' : 'Scheduled' } }
    },

    ChangeConfiguration: ({ key, value }) => {
      if (key.toLowerCase() !== 'securityprofile') {
        const status = changeConfiguration(port.settings, port.variables, key, value)
        return { payload: { status }, afterwards: port.variablesChanged }
      }
      const isTaken = raiseProfile(port, value)
      return {
        payload: { status: isTaken ? 'Accepted' : 'Rejected' },
        ...(isTaken && { afterwards: port.useNewProfile }),
      }
    },

    ClearCache: () => {
      // §5.4: a charger whose cache is off has nothing to clear.
      if (!port.variables.cacheEnabled) return { payload: { status: 'Rejected' } }
      port.cards.cache.clear()
      return { payload: { status: 'Accepted' } }
    },

    DataTransfer: ({ vendorId, messageId, data }) => {
      if (vendorId !== port.settings.vendor) return { payload: { status: 'UnknownVendorId' } }
      if (messageId !== 'Echo') return { payload: { status: 'UnknownMessageId' } }
      return { payload: { status: 'Accepted', ...(data === undefined ? {} : { data }) } }
    },

    GetConfiguration: ({ key }) => ({ payload: getConfiguration(port.settings, port.variables, key) }),

    RemoteStartTransaction: ({ connectorId, idTag, chargingProfile }) => {
      // §5.11: only a profile for this transaction may come with it, and not to the charger as a whole.
      if (connectorId === 0 || (chargingProfile && chargingProfile.chargingProfilePurpose !== 'TxProfile')) {
        return { payload: { status: 'Rejected' } }
      }
      const go = port.remoteStart({
        evseId: connectorId ?? null,
        token: { value: idTag, type: null },
        group: null,
        remoteStartId: null,
        profile: chargingProfile ? profile2x(chargingProfile) : null,
      })
      return go ? { payload: { status: 'Accepted' }, afterwards: go } : { payload: { status: 'Rejected' } }
    },

    RemoteStopTransaction: ({ transactionId }) => {
      const go = port.remoteStop(String(transactionId))
      return go ? { payload: { status: 'Accepted' }, afterwards: go } : { payload: { status: 'Rejected' } }
    },

    Reset: ({ type }) => ({
      payload: { status: 'Accepted' },
      afterwards: port.reset(type === 'Hard' ? 'hard' : 'soft', null).go,
    }),

    // §5.18: a running transaction ends with it.
    UnlockConnector: ({ connectorId }) => {
      const result = port.unlock(connectorId, true)
      if (result === 'unknown') return { payload: { status: 'NotSupported' } }
      return { payload: { status: result === 'unlocked' ? 'Unlocked' : 'UnlockFailed' } }
    },
  }
}
