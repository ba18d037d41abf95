import { koKR as core } from '@mui/material/locale'
import { koKR as grid } from '@mui/x-data-grid/locales'
import { ko } from '../ko'
import type { LanguagePack } from '../pack'

export const pack: LanguagePack = { words: ko, parts: [core, grid] }
