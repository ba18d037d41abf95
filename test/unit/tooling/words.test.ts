import { globSync } from 'node:fs'
import { keepTold, phrase, readTold, toldOf } from '@main/phrase'
import { AppError } from '@shared/errors'
import { isLanguage, LANGUAGES, OFFERED, preferredLanguage } from '@shared/words/languages'
import { say, sayCount, speechIn } from '@shared/words/speech'
import { describe, expect, it } from 'vitest'
import { ENGLISH, type Translated } from '../../support/words/allWords'
import { hiddenTexts } from '../../support/words/hiddenText'
import { missingIn, needlessIn, otherPlacesIn, stillEnglishIn } from '../../support/words/problems'
import { unusedWords } from '../../support/words/unusedWords'

// Who translates names the language that is not offered yet: TRY_LANGUAGE=de vitest run … words.test.ts
const tried = process.env.TRY_LANGUAGE
const checked = [...OFFERED, ...(isLanguage(tried) ? [tried] : [])].filter(
  (language): language is Translated => language !== 'en',
)

const sources = globSync('src/renderer/**/*.{ts,tsx}').filter((file) => !/i18n[\\/](en|de|ko|zh)[\\/]/.test(file))

describe('the English words', () => {
  it('are used, all of them', () => {
    const program = globSync('src/{main,shared}/**/*.ts').filter((file) => !/words[\\/](en|de|ko|zh)[\\/]/.test(file))
    expect(unusedWords(ENGLISH, { console: sources, program })).toEqual([])
  })

  it('are the only ones that people read in the console', () => {
    const hidden = sources.flatMap((file) =>
      hiddenTexts(file).map(({ line, text }) => `${file.replaceAll('\\', '/')}:${line} ${text}`),
    )
    expect(hidden).toEqual([])
  })

  it('are seen where they hide', () => {
    const code =
      'const a = <b title="Hello" aria-label={x ? "Good day" : t("key")}>Hi there {`come $' +
      '{n} in`} {"°C"}</b>; const c = { label: `Foo $' +
      '{a}`, x: "not" }'
    const hidden = hiddenTexts('sample.tsx', code)
    expect(hidden.map(({ text }) => text).sort()).toEqual(['Foo', 'Good day', 'Hello', 'Hi there', 'come', 'in'])
  })
})

describe.each(checked)('the words in %s', (language) => {
  it('are all there', () => {
    expect(missingIn(language)).toEqual([])
  })

  it('are no more than the English ones', () => {
    expect(needlessIn(language)).toEqual([])
  })

  it('have the same places to fill', () => {
    expect(otherPlacesIn(language)).toEqual([])
  })

  it('are translated', () => {
    expect(stillEnglishIn(language)).toEqual([])
  })
})

describe('the language of a reader', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr-FR', 'ko-KR'], 'ko'],
    [['de_DE.UTF-8'], 'de'],
    [['zh-CN'], 'zh'],
    [['zh'], 'zh'],
    [['zh-TW', 'ko'], 'ko'],
    [['C'], 'en'],
    [['no tag', '', '*'], 'en'],
    [[], 'en'],
  ] as const)('of %j is %s', (tags, language) => {
    expect(preferredLanguage(tags, ['en', 'de', 'ko', 'zh'])).toBe(language)
  })

  it('is one of those that are whole', () => {
    expect(OFFERED).toContain(preferredLanguage(['de', 'ko', 'zh']))
    expect(Object.keys(LANGUAGES)).toEqual(expect.arrayContaining([...OFFERED]))
  })
})

describe('what the program says by itself', () => {
  const english = speechIn('en')

  it('is told with all its parts, and as it came where nobody has words for it', () => {
    const reason = { text: 'old words', code: 'reasons.unwritable.full.reason', data: {} }
    const told = { text: 'old words', code: 'errors.STORE_WRITE_FAILED', data: { reason } }
    expect(say(told, english)).toMatch(/could not be written to disk \(the disk is full\)/)
    expect(say({ text: 'EIO', code: null, data: {} }, english)).toBe('EIO')
    expect(say({ text: 'from a newer one', code: 'reasons.notYetKnown', data: {} }, english)).toBe('from a newer one')
  })

  it('is kept by its code, and read again in any language', () => {
    const fault = new AppError('BACKUP_FAILED', {
      reason: phrase('backup.noRoom', { folder: '/b', needed: 9, free: 1 }),
    })
    const told = readTold(keepTold(toldOf(fault)))
    expect(told).toEqual({ text: fault.message, code: 'errors.BACKUP_FAILED', data: fault.data })
    expect(say(told, english)).toBe(fault.message)
    expect(say(told, speechIn('de'))).toContain('sie braucht 9 MB in /b, und 1 MB sind frei')
    // As the first releases kept them, and what looks like a code and is none.
    for (const kept of ['The folder is gone.', '{"code":"errors.NO_SUCH","data":{}}', '{"code":']) {
      expect(readTold(kept)).toEqual({ text: kept, code: null, data: {} })
    }
    expect(keepTold(toldOf(new Error('EIO')))).toBe('EIO')
  })

  it('has the form of the number', () => {
    const forms = { one: '{{count}} station', other: '{{count}} stations' }
    expect(sayCount(forms, 1, english)).toBe('1 station')
    expect(sayCount(forms, 1200, english)).toBe('1,200 stations')
    expect(sayCount(forms, 1, speechIn('ko'))).toBe('1 stations')
  })
})
