import type { Translation } from '@shared/words/translation'
import type { upgrades as EnglishUpgrades } from '../en/upgrades'

export const upgrades: Translation<typeof EnglishUpgrades> = {}
