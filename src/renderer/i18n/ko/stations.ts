import type { Translation } from '@shared/words/translation'
import type { stations as EnglishStations } from '../en/stations'

export const stations: Translation<typeof EnglishStations> = {}
