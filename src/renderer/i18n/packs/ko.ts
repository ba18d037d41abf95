import { koKR as core } from '@mui/material/locale'
import { koKR as grid } from '@mui/x-data-grid/locales'
import { errors } from '@shared/words/ko/errors'
import { told } from '@shared/words/ko/told'
import { charts } from '../ko/charts'
import { common } from '../ko/common'
import { readers } from '../ko/readers'
import { shell } from '../ko/shell'
import type { LanguagePack } from '../pack'

export const pack: LanguagePack = {
  words: { charts, common, errors, readers, shell, told },
  parts: [core, grid],
}
