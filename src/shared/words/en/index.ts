import { backup } from './backup'
import { devices } from './devices'
import { errors } from './errors'
import { host } from './host'
import { keyStores } from './keyStores'
import { options } from './options'
import { reasons } from './reasons'
import { transfers } from './transfers'
import { updates } from './updates'

/**
 * What the program itself says to people, outside of the console and in what it keeps. What is told to chargers, gateways
 * and scripts (stationAnswers, deviceAnswers, automation) ends up in logs of other makes, and is English for everybody.
 */
export const spoken = { errors, reasons, backup, keyStores, transfers, devices, updates, options, host } as const
