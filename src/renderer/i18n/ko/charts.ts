import type { Translation } from '@shared/words/translation'
import type { charts as EnglishCharts } from '../en/charts'

export const charts: Translation<typeof EnglishCharts> = {}
