import type { workbook as EnglishWorkbook } from '../en/workbook'
import type { Translation } from '../translation'

export const workbook: Translation<typeof EnglishWorkbook> = {}
