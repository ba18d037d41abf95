import { zhCN as core } from '@mui/material/locale'
import { zhCN as grid } from '@mui/x-data-grid/locales'
import type { LanguagePack } from '../pack'
import { zh } from '../zh'

export const pack: LanguagePack = { words: zh, parts: [core, grid] }
