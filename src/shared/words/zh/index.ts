import type { spoken as english } from '../en'
import type { Translation } from '../translation'
import { backup } from './backup'
import { devices } from './devices'
import { errors } from './errors'
import { host } from './host'
import { keyStores } from './keyStores'
import { options } from './options'
import { reasons } from './reasons'
import { transfers } from './transfers'
import { updates } from './updates'

/** What the program itself says to people, in Simplified Chinese. */
export const spoken: Translation<typeof english> = {
  errors,
  reasons,
  backup,
  keyStores,
  transfers,
  devices,
  updates,
  options,
  host,
}
