import { EXTRA_NAMES_MAX, SHOWN_KEYS } from '@shared/contract/ports'
import { z } from 'zod'
import type { ReadDb, WriteDb } from '../store/handles'
import { putSetting, setting } from '../store/queries/settings'

/** What the manager decided about the ports; how a site begins is in the defaults. */
const PortSettings = z.object({
  /** Names and addresses beside those that are found, as `readExtraName` spells them. */
  extraNames: z.array(z.string()).max(EXTRA_NAMES_MAX).default([]),
  /** Whether there is a port without TLS. */
  plain: z.boolean().default(true),
  /** Whether TLS 1.0 and 1.1 are spoken with chargers of OCPP 1.6. */
  oldChargers: z.boolean().default(false),
  /** Which certificate is shown where the TLS library takes one only. */
  shownKey: z.enum(SHOWN_KEYS).default('ec'),
})
export type PortSettings = Readonly<z.infer<typeof PortSettings>>

function portSettings(db: ReadDb): PortSettings {
  const stored = setting(db, 'ports')
  return PortSettings.parse(stored === undefined ? {} : JSON.parse(stored))
}

/** The settings in hand, for those who read them and the one who changes them. */
export interface KeptPortSettings {
  get(): PortSettings
  set(settings: PortSettings): void
}

export function keepPortSettings(db: ReadDb): KeptPortSettings {
  let kept = portSettings(db)
  return {
    get: () => kept,
    set: (settings) => {
      kept = settings
    },
  }
}

export function putPortSettings(db: WriteDb, settings: PortSettings): void {
  putSetting(db, 'ports', JSON.stringify(settings))
}
