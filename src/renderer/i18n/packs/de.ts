import { deDE as core } from '@mui/material/locale'
import { deDE as grid } from '@mui/x-data-grid/locales'
import { errors } from '@shared/words/de/errors'
import { told } from '@shared/words/de/told'
import { charts } from '../de/charts'
import { common } from '../de/common'
import { readers } from '../de/readers'
import { shell } from '../de/shell'
import type { LanguagePack } from '../pack'

export const pack: LanguagePack = {
  words: { charts, common, errors, readers, shell, told },
  parts: [core, grid],
}
