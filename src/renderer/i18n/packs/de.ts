import { deDE as core } from '@mui/material/locale'
import { deDE as grid } from '@mui/x-data-grid/locales'
import { de } from '../de'
import type { LanguagePack } from '../pack'

export const pack: LanguagePack = { words: de, parts: [core, grid] }
