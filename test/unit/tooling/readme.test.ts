import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { OPTION_TABLE, optionWords } from '@main/optionTable'
import { options } from '@shared/words/en/options'
import { describe, expect, test } from 'vitest'

const project = fileURLToPath(new URL('../../..', import.meta.url))
const read = (file: string) => readFileSync(path.join(project, file), 'utf8')

test('the README lists every option as the program knows it, and no other', () => {
  const listed = read('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `--'))
  const expected = OPTION_TABLE.map(({ name, value, env }) => {
    const { sentence, fallback } = optionWords(name, options)
    const option = value === '' ? `--${name}` : `--${name} ${value}`
    return `| \`${option}\` | ${env === null ? '–' : `\`${env}\``} | ${sentence} | ${fallback ?? '–'} |`
  })
  expect(listed).toEqual(expected)
})

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(path.join(project, 'docs'), { encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]

describe.each(PAGES)('%s', (page) => {
  const text = read(page)

  test('links to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link = '']) => link)
    const local = links.filter((link) => !/^https?:/.test(link))
    const folder = path.dirname(path.join(project, page))
    expect(local.filter((link) => !existsSync(path.join(folder, link)))).toEqual([])
  })

  test('names npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})
