import type { CommandPort } from '../../commandPort'
import type { Handlers16 } from './commands'

/** The local authorization list (1.6 §5.10, §5.15). */
export function localListCommands(port: CommandPort): Handlers16<'SendLocalList' | 'GetLocalListVersion'> {
  const { list } = port.cards
  return {
    SendLocalList: ({ listVersion, localAuthorizationList = [], updateType }) => {
      if (!port.variables.localListEnabled) return { payload: { status: 'NotSupported' } }
      const entries = localAuthorizationList.map(({ idTag, idTagInfo }) => ({
        value: idTag,
        type: null,
        knowledge: idTagInfo
          ? {
              status: idTagInfo.status,
              group: idTagInfo.parentIdTag ?? null,
              expiresAt: idTagInfo.expiryDate === undefined ? null : new Date(idTagInfo.expiryDate),
            }
          : null,
      }))
      return { payload: { status: list.update(listVersion, updateType === 'Full', entries) } }
    },

    // §5.10: −1 says that there is no support for lists, 0 that the list is empty.
    GetLocalListVersion: () => ({ payload: { listVersion: port.variables.localListEnabled ? list.version : -1 } }),
  }
}
