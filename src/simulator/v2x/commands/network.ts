import type { CommandPort } from '../../commandPort'
import { slotInUse } from '../../network'
import type { Handlers2x } from './commands'

/** Slots for network profiles (NetworkConfigurationPriority.valuesList). */
const SLOTS = [1, 2, 3]

/** Where the charger connects to, and what makers agree on among themselves (B09, P01). */
export function networkCommands(port: CommandPort): Handlers2x<'SetNetworkProfile' | 'DataTransfer'> {
  const versions = port.settings.version === '2.1' ? ['OCPP21'] : ['OCPP20', 'OCPP201']
  return {
    SetNetworkProfile: ({ configurationSlot, connectionData: data }) => {
      const { basicAuthPassword, ocppCsmsUrl: url, ocppTransport, ocppVersion, securityProfile } = data
      const fits =
        SLOTS.includes(configurationSlot) &&
        ocppTransport === 'JSON' &&
        (ocppVersion === undefined || versions.includes(ocppVersion)) &&
        URL.canParse(url) &&
        /^wss?:/.test(url)
      if (!fits) return { payload: { status: 'Rejected', statusInfo: { reasonCode: 'InvalidNetworkConf' } } }
      // A05, B09: never a lower security profile than the one in use.
      if (
        securityProfile < slotInUse(port.variables).securityProfile ||
        securityProfile >= 2 !== url.startsWith('wss:')
      ) {
        return { payload: { status: 'Rejected', statusInfo: { reasonCode: 'NoSecurityDowngrade' } } }
      }
      port.variables.networkSlots.set(configurationSlot, {
        url,
        password: basicAuthPassword ?? null,
        securityProfile,
        asMade: false,
      })
      return { payload: { status: 'Accepted' } }
    },

    DataTransfer: ({ vendorId, messageId, data }) => {
      if (vendorId !== port.settings.vendor) return { payload: { status: 'UnknownVendorId' } }
      if (messageId !== 'Echo') return { payload: { status: 'UnknownMessageId' } }
      return { payload: { status: 'Accepted', ...(data === undefined ? {} : { data }) } }
    },
  }
}
