import type { told as english } from '../en/told'
import type { Translation } from '../translation'
import { backup } from './backup'
import { devices } from './devices'
import { keyStores } from './keyStores'
import { reasons } from './reasons'
import { transfers } from './transfers'
import { updates } from './updates'

export const told: Translation<typeof english> = { reasons, backup, keyStores, transfers, devices, updates }
