import { backup } from './backup'
import { devices } from './devices'
import { keyStores } from './keyStores'
import { reasons } from './reasons'
import { transfers } from './transfers'
import { updates } from './updates'

/** What the console says in the program's name: kept by it, or part of its faults. `errors` stand by themselves. */
export const told = { reasons, backup, keyStores, transfers, devices, updates } as const
