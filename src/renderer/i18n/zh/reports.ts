import type { Translation } from '@shared/words/translation'
import { workbook } from '@shared/words/zh/workbook'
import type { reports as EnglishReports } from '../en/reports'

export const reports: Translation<typeof EnglishReports> = {
  workbook,
}
