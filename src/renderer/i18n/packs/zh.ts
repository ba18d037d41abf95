import { zhCN as core } from '@mui/material/locale'
import { zhCN as grid } from '@mui/x-data-grid/locales'
import { errors } from '@shared/words/zh/errors'
import { told } from '@shared/words/zh/told'
import type { LanguagePack } from '../pack'
import { charts } from '../zh/charts'
import { common } from '../zh/common'
import { readers } from '../zh/readers'
import { shell } from '../zh/shell'

export const pack: LanguagePack = {
  words: { charts, common, errors, readers, shell, told },
  parts: [core, grid],
}
