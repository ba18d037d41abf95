import type { findings as EnglishFindings } from '../en/findings'
import type { Translation } from '../translation'

export const findings: Translation<typeof EnglishFindings> = {}
