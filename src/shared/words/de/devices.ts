import type { devices as EnglishDevices } from '../en/devices'
import type { Translation } from '../translation'

export const devices: Translation<typeof EnglishDevices> = {}
