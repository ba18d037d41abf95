import { readFileSync } from 'node:fs'
import { matchPath } from 'react-router'
import { expect, it } from 'vitest'
import { PAGES } from '../../../scripts/snapshotPages.mjs'

const namedIn = (file: string, name: string) =>
  [...readFileSync(`src/renderer/${file}`, 'utf8').matchAll(new RegExp(`${name}: '([^']+)'`, 'g'))].map(
    ([, found]) => found ?? '',
  )

it('the snapshots show every page, and every tab of a station', () => {
  const paths = namedIn('app/routes.tsx', 'path')
  expect(paths).toContain('/sessions/*')
  const shown = PAGES.map((page) => `/${page.split('?')[0]}`)
  expect(paths.filter((path) => !shown.some((page) => matchPath(path, page)))).toEqual([])
  const tabs = namedIn('features/stations/page/stationTabs.ts', 'key')
  expect(tabs).toContain('about')
  expect(tabs.filter((tab) => !shown.some((page) => page.endsWith(`/${tab}`)))).toEqual([])
})
