import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseOptions } from '@main/options'
import { OPTION_TABLE } from '@main/optionTable'
import { expect, test } from 'vitest'

const project = fileURLToPath(new URL('../../..', import.meta.url))
const unitFile = path.join(project, 'resources/service/chargehand.service')
const unit = readFileSync(unitFile, 'utf8')
const page = readFileSync(path.join(project, 'docs/service.md'), 'utf8')

const settingOf = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1] ?? ''

test('the unit starts a file that is built, with options that the program takes', () => {
  const [, entry = '', ...argv] = settingOf('ExecStart').split(' ')
  expect(readFileSync(path.join(project, 'scripts/build.mjs'), 'utf8')).toContain(
    `'${path.relative(settingOf('WorkingDirectory'), entry)}'`,
  )
  const options = parseOptions(argv, { platform: 'linux', home: '/', cwd: '/', env: {} })
  // What systemd makes, and what the program fills, is one folder.
  expect(options.dataFolder).toBe(`/var/lib/${settingOf('StateDirectory')}`)
})

test('the unit and its page name variables and options that the program knows', () => {
  const variables = OPTION_TABLE.map(({ env }) => env)
  const named = [...`${unit}${page}`.matchAll(/CHARGEHAND_[A-Z_]+/g)].map(([name]) => name)
  expect(named.length).toBeGreaterThan(2)
  expect(named.filter((name) => !variables.some((variable) => variable === name))).toEqual([])
  const options = OPTION_TABLE.map(({ name }) => `--${name}`)
  const inCode = [...page.matchAll(/`(--[a-z-]+)`/g)].map(([, name = '']) => name)
  expect(inCode.filter((name) => !options.includes(name as `--${(typeof OPTION_TABLE)[number]['name']}`))).toEqual([])
})

test('the page tells of every metric of the program, and of no other', () => {
  const source = readFileSync(path.join(project, 'src/main/monitoring/metrics.ts'), 'utf8')
  const given = new Set([...source.matchAll(/'(chargehand_[a-z_]+)'/g)].map(([, name]) => name))
  const told = new Set([...page.matchAll(/\b(chargehand_[a-z_]+)/g)].map(([, name]) => name))
  expect([...told].toSorted()).toEqual([...given].toSorted())
})

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

test.skipIf(!hasSystemd)('systemd finds nothing to say about the unit', () => {
  const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', unitFile], { encoding: 'utf8' })
  // Where the computer of the test has Node elsewhere, that is no fault of the unit.
  const said = `${stdout}${stderr}`.split('\n').filter((line) => line !== '' && !line.includes('is not executable'))
  expect(said).toEqual([])
})
