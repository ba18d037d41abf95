import type { backup as EnglishBackup } from '../en/backup'
import type { Translation } from '../translation'

export const backup: Translation<typeof EnglishBackup> = {}
