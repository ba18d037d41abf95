import { readFileSync } from 'node:fs'
import { ERROR_STATUS } from '@shared/errors'
import { errors as words } from '@shared/words/en/errors'
import { expect, test } from 'vitest'

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8')

/** The page's chapters: a code, its status, its sentence as a quotation, and then what to do. */
const chapters = page
  .split(/^### /m)
  .slice(1)
  .map((chapter) => {
    const [code, status, sentence, ...advice] = chapter.trim().split('\n\n')
    return { code, status, sentence, advice: advice.join(' ') }
  })

test('the page describes every code once, in the order of the registry, and no other', () => {
  expect(chapters.map(({ code }) => code)).toEqual(Object.keys(words))
  expect(Object.keys(ERROR_STATUS).toSorted()).toEqual(Object.keys(words).toSorted())
})

test('the page has the status and the sentence of the registry', () => {
  expect(chapters.map(({ code, status, sentence }) => ({ code, status, sentence }))).toEqual(
    Object.entries(words).map(([code, sentence]) => ({
      code,
      status: `Status ${ERROR_STATUS[code as keyof typeof words]}`,
      sentence: `> ${sentence}`,
    })),
  )
})

test('the page says more about each code than its sentence does', () => {
  for (const { code, advice } of chapters) expect(advice.length, code).toBeGreaterThan(40)
})
