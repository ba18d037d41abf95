import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { CHARGER_BRANDS } from '@renderer/features/firstSteps/chargerBrands'
import { expect, test } from 'vitest'

const project = fileURLToPath(new URL('../../..', import.meta.url))
const read = (file: string) => readFileSync(path.join(project, file), 'utf8')

/** All texts that the program can say in English, wherever they are kept. */
async function wordsOfTheProgram(): Promise<Set<string>> {
  const files = ['src/shared/words/en', 'src/renderer/i18n/en'].flatMap((folder) =>
    readdirSync(path.join(project, folder)).map((file) => path.join(project, folder, file)),
  )
  return new Set((await Promise.all(files.map((file) => import(file) as Promise<unknown>))).flatMap(leavesOf))
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}

test('troubleshooting quotes the program word by word', async () => {
  const words = await wordsOfTheProgram()
  const quoted = [...read('docs/troubleshooting.md').matchAll(/^> (.*)$/gm)].map(([, sentence = '']) => sentence)
  expect(quoted.length).toBeGreaterThan(30)
  expect(quoted.filter((sentence) => !words.has(sentence))).toEqual([])
})

test('troubleshooting says what to do under every symptom', () => {
  const symptoms = read('docs/troubleshooting.md').split(/^### /m).slice(1)
  for (const symptom of symptoms) {
    const advice = symptom
      .split('\n')
      .slice(1)
      .filter((line) => line !== '' && !line.startsWith('>'))
    expect(advice.join(' ').length, symptom).toBeGreaterThan(60)
  }
})

test('the page of brands has every brand as the console knows it, and no other', () => {
  const where = {
    'in-address': 'at the end of the address',
    'serial-number': 'nowhere: the charger adds its serial number by itself',
  }
  const rows = CHARGER_BRANDS.map(({ brand, tool, addressField, identity, identityField }) => {
    const name = identity === 'own-field' ? `in the field “${identityField}”` : where[identity]
    return `| ${brand} | ${tool} | “${addressField}” | ${name} |`
  })
  const listed = read('docs/chargers.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
  expect(listed.slice(2)).toEqual(rows)
})

test('the page of the architecture names files and folders that exist', () => {
  const page = read('docs/architecture.md')
  const named = [...page.matchAll(/`((?:src|test|scripts|docs|resources)\/[^`\s<>*]*)`/g)].map(([, file = '']) => file)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((file) => !existsSync(path.join(project, file)))).toEqual([])
})
