import { errors } from '@shared/words/en/errors'
import { told } from '@shared/words/en/told'
import { charts } from '../en/charts'
import { common } from '../en/common'
import { readers } from '../en/readers'
import { shell } from '../en/shell'
import type { LanguagePack } from '../pack'

/** MUI's parts speak English by themselves. */
export const pack: LanguagePack = {
  words: { charts, common, errors, readers, shell, told },
  parts: [],
}
