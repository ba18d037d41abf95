import type { Translation } from '@shared/words/translation'
import type { palette as EnglishPalette } from '../en/palette'

export const palette: Translation<typeof EnglishPalette> = {}
