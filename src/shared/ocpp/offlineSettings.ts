import type { OfflineSettingName } from '../contract/localLists'
import type { Protocol } from './station'

/** Where a version keeps a setting; a key of 1.6 has the component ''. */
export interface SettingPlace {
  readonly component: string
  readonly variable: string
  readonly variableInstance: string | null
}

const key = (variable: string): SettingPlace => ({ component: '', variable, variableInstance: null })
const at = (component: string, variable: string, variableInstance: string | null = null): SettingPlace => ({
  component,
  variable,
  variableInstance,
})

/** Each setting in the words of 1.6 and of 2.x; null where the version has none. */
const PLACES: Readonly<Record<OfflineSettingName, readonly [SettingPlace | null, SettingPlace | null]>> = {
  'list-enabled': [key('LocalAuthListEnabled'), at('LocalAuthListCtrlr', 'Enabled')],
  'authorize-offline': [key('LocalAuthorizeOffline'), at('AuthCtrlr', 'LocalAuthorizeOffline')],
  'pre-authorize': [key('LocalPreAuthorize'), at('AuthCtrlr', 'LocalPreAuthorization')],
  'unknown-offline': [key('AllowOfflineTxForUnknownId'), at('AuthCtrlr', 'OfflineTxForUnknownIdEnabled')],
  'stop-on-invalid': [key('StopTransactionOnInvalidId'), at('TxCtrlr', 'StopTxOnInvalidId')],
  'cache-enabled': [key('AuthorizationCacheEnabled'), at('AuthCacheCtrlr', 'Enabled')],
  'cache-lifetime': [null, at('AuthCacheCtrlr', 'LifeTime')],
  'master-pass-group': [null, at('AuthCtrlr', 'MasterPassGroupId')],
  'queue-all': [null, at('OCPPCommCtrlr', 'QueueAllMessages')],
  'message-attempts': [key('TransactionMessageAttempts'), at('OCPPCommCtrlr', 'MessageAttempts', 'TransactionEvent')],
}

/** Where a version keeps this setting; null where it has none. */
export function settingPlace(name: OfflineSettingName, protocol: Protocol): SettingPlace | null {
  return PLACES[name][protocol === 'ocpp1.6' ? 0 : 1]
}

/** How the version spells it. */
export function settingSpelt({ component, variable, variableInstance }: SettingPlace): string {
  const instance = variableInstance === null ? '' : `[${variableInstance}]`
  return component === '' ? variable : `${component}.${variable}${instance}`
}
