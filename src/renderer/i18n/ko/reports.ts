import { workbook } from '@shared/words/ko/workbook'
import type { Translation } from '@shared/words/translation'
import type { reports as EnglishReports } from '../en/reports'

export const reports: Translation<typeof EnglishReports> = {
  workbook,
}
