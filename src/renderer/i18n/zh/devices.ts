import type { Translation } from '@shared/words/translation'
import type { devices as EnglishDevices } from '../en/devices'

export const devices: Translation<typeof EnglishDevices> = {}
