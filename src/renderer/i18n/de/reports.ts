import { workbook } from '@shared/words/de/workbook'
import type { Translation } from '@shared/words/translation'
import type { reports as EnglishReports } from '../en/reports'

export const reports: Translation<typeof EnglishReports> = {
  workbook,
}
