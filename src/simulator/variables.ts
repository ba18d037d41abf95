import type { Settings } from './options'

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
    password: settings.password,
  }
}

type NumberKey = { [K in keyof Variables]: Variables[K] extends number ? K : never }[keyof Variables]

/** How one variable is read and written as text, whatever it is called. */
export interface Access {
  readonly readOnly: boolean
  /** Null: write-only. */
  readonly read: ((variables: Variables) => string) | null
  /** False: the text is no value for it. */
  readonly write: (variables: Variables, text: string) => boolean
}

/** A whole number from `least` on. */
export function wholeNumber(key: NumberKey, least: number, readOnly = false): Access {
  return {
    readOnly,
    read: (variables) => String(variables[key]),
    write: (variables, text) => {
      const value = Number(text)
      if (!/^\d+$/.test(text) || value < least || value > 2_147_483_647) return false
      variables[key] = value
      return true
    },
  }
}

/** The organisation's name; at least one character, since a certificate without O could not be used (A00.FR.509). */
export const ORGANISATION: Access = {
  readOnly: false,
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
  read: null,
  write: (variables, text) => {
    if (text.length < 16 || text.length > 64) return false
    variables.password = text
    return true
  },
}
