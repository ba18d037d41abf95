import { de } from '@renderer/i18n/de'
import { en } from '@renderer/i18n/en'
import { ko } from '@renderer/i18n/ko'
import { zh } from '@renderer/i18n/zh'
import { spoken as deSpoken } from '@shared/words/de'
import { findings as deFindings } from '@shared/words/de/findings'
import { workbook as deWorkbook } from '@shared/words/de/workbook'
import { spoken as enSpoken } from '@shared/words/en'
import { findings as enFindings } from '@shared/words/en/findings'
import { workbook as enWorkbook } from '@shared/words/en/workbook'
import { spoken as koSpoken } from '@shared/words/ko'
import { findings as koFindings } from '@shared/words/ko/findings'
import { workbook as koWorkbook } from '@shared/words/ko/workbook'
import type { Language } from '@shared/words/languages'
import { spoken as zhSpoken } from '@shared/words/zh'
import { findings as zhFindings } from '@shared/words/zh/findings'
import { workbook as zhWorkbook } from '@shared/words/zh/workbook'
import { flatten } from './flatten'

/** Namespaces of the console whose words stand in src/shared/words. */
const SHARED = ['errors', 'findings', 'told']

/**
 * Every text of a language by its path: `renderer:cards.title` stands in src/renderer/i18n/<language>/cards.ts,
 * `shared:host.tray.show` in src/shared/words/<language>/host.ts.
 */
function textsOf(console: object, spoken: object, others: object): ReadonlyMap<string, string> {
  const own = Object.fromEntries(Object.entries(console).filter(([namespace]) => !SHARED.includes(namespace)))
  return new Map([...flatten(own, 'renderer:'), ...flatten({ ...spoken, ...others }, 'shared:')])
}

export const ENGLISH = textsOf(en, enSpoken, { findings: enFindings, workbook: enWorkbook })

/** The languages that are translated into. */
export type Translated = Exclude<Language, 'en'>

export const TRANSLATED: Readonly<Record<Translated, ReadonlyMap<string, string>>> = {
  de: textsOf(de, deSpoken, { findings: deFindings, workbook: deWorkbook }),
  ko: textsOf(ko, koSpoken, { findings: koFindings, workbook: koWorkbook }),
  zh: textsOf(zh, zhSpoken, { findings: zhFindings, workbook: zhWorkbook }),
}
