import type { Settings } from './options'

/** Where a charger connects to and with which password. */
export interface NetworkSlot {
  readonly url: string
  /** Null: the one it has anyway. */
  readonly password: string | null
  readonly securityProfile: number
  /** As the charger was made: it shows whatever it has, password and certificate. */
  readonly asMade: boolean
}

/** What the server may read and change at run time; the versions name these differently. */
export interface Variables {
  organisation: string
  /** 0 until the server said so at boot. */
  heartbeatSeconds: number
  meterIntervalSeconds: number
  messageAttempts: number
  messageAttemptSeconds: number
  certSigningWaitSeconds: number
  certSigningRepeats: number
  maxChainSize: number
  localListEnabled: boolean
  cacheEnabled: boolean
  /** Cards that are known are not asked about. */
  localPreAuthorize: boolean
  /** Without a link, what is known of a card decides. */
  localAuthorizeOffline: boolean
  /** Without a link, a card nobody knows may charge. */
  allowUnknownOffline: boolean
  /** A remote start asks about its card first. */
  authorizeRemoteStart: boolean
  /** A card refused at the start ends the session. */
  stopOnInvalidCard: boolean
  /** The firmware that runs. */
  firmware: string
  /** 2.x: network profiles by slot, and which are tried in this order (B09, B10). Slot 1 is what it came with. */
  networkSlots: Map<number, NetworkSlot>
  networkPriority: readonly number[]
  /** The slot in use. */
  networkSlot: number
  /** 1.6: the address that was set for the next profile; null: the one in use. */
  centralSystemUrl: string | null
  /** Basic authentication password; write-only. */
  password: string | null
}

export function newVariables(settings: Settings): Variables {
  return {
    organisation: settings.organisation,
    heartbeatSeconds: 0,
    meterIntervalSeconds: settings.meterIntervalSeconds,
    messageAttempts: settings.messageAttempts,
    messageAttemptSeconds: settings.messageAttemptSeconds,
    certSigningWaitSeconds: settings.certSigningWaitSeconds,
    certSigningRepeats: settings.certSigningRepeats,
    maxChainSize: settings.maxChainSize,
    localListEnabled: true,
    cacheEnabled: true,
    localPreAuthorize: false,
    localAuthorizeOffline: true,
    allowUnknownOffline: settings.allowOfflineCards,
    authorizeRemoteStart: false,
    stopOnInvalidCard: true,
    firmware: settings.firmware,
    networkSlots: new Map([
      [1, { url: settings.url, password: null, securityProfile: profileAsMade(settings), asMade: true }],
    ]),
    networkPriority: [1],
    networkSlot: 1,
    centralSystemUrl: null,
    password: settings.password,
  }
}

/** 2.x knows no profile 0. */
function profileAsMade({ url, password, version }: Settings): number {
  if (url.startsWith('wss:')) return 2
  return version === '1.6' && password === null ? 0 : 1
}

type NumberKey = { [K in keyof Variables]: Variables[K] extends number ? K : never }[keyof Variables]

type FlagKey = { [K in keyof Variables]: Variables[K] extends boolean ? K : never }[keyof Variables]

/** How one variable is read and written as text, whatever it is called. */
export interface Access {
  readonly readOnly: boolean
  readonly kind: 'integer' | 'boolean' | 'string'
  /** Bounds of a number, or of the length of a text. */
  readonly least?: number
  readonly most?: number
  /** Null: write-only. */
  readonly read: ((variables: Variables) => string) | null
  /** False: the text is no value for it. */
  readonly write: (variables: Variables, text: string) => boolean
}

/** A whole number from `least` on. */
export function wholeNumber(key: NumberKey, least: number, readOnly = false): Access {
  return {
    readOnly,
    kind: 'integer',
    least,
    read: (variables) => String(variables[key]),
    write: (variables, text) => {
      const value = Number(text)
      if (!/^\d+$/.test(text) || value < least || value > 2_147_483_647) return false
      variables[key] = value
      return true
    },
  }
}

/** `true` or `false`, in any case. */
export function yesNo(key: FlagKey): Access {
  return {
    readOnly: false,
    kind: 'boolean',
    read: (variables) => String(variables[key]),
    write: (variables, text) => {
      const value = text.toLowerCase()
      if (value !== 'true' && value !== 'false') return false
      variables[key] = value === 'true'
      return true
    },
  }
}

/** The organisation's name; at least one character, since a certificate without O could not be used (A00.FR.509). */
export const ORGANISATION: Access = {
  readOnly: false,
  kind: 'string',
  most: 64,
  read: (variables) => variables.organisation,
  write: (variables, text) => {
    if (text.trim() === '' || text.length > 64) return false
    variables.organisation = text
    return true
  },
}

/** The Basic authentication password, used from the next connection on; never readable (A01). */
export const PASSWORD: Access = {
  readOnly: false,
  kind: 'string',
  least: 16,
  most: 64,
  read: null,
  write: (variables, text) => {
    if (text.length < 16 || text.length > 64) return false
    variables.password = text
    return true
  },
}
