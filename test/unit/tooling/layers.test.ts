import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { layerViolations, rules } from '../../../scripts/layers.mjs'

const project = fileURLToPath(new URL('../../..', import.meta.url))
const temporary = realpathSync(mkdtempSync(path.join(tmpdir(), 'layers-')))

afterAll(() => rmSync(temporary, { recursive: true, force: true }))

/** What every fixture tree has besides its own files: somewhere to import from, all of it lawful. */
const COMMON: Record<string, string> = {
  'package.json': '{"name":"fixture","type":"module","dependencies":{"electron":"1","react":"1","zod":"1"}}',
  'node_modules/electron/package.json': '{"name":"electron","version":"1.0.0","main":"index.js"}',
  'node_modules/electron/index.js': 'export const app = 1',
  'node_modules/react/package.json': '{"name":"react","version":"1.0.0","main":"index.js"}',
  'node_modules/react/index.js': 'export const useState = 1',
  'node_modules/zod/package.json': '{"name":"zod","version":"1.0.0","main":"index.js"}',
  'node_modules/zod/index.js': 'export const z = 1',
  'src/shared/contract/index.ts':
    "import { z } from 'zod'\nexport const contract = z\nexport type Contract = typeof z\n",
  'src/main/index.ts':
    "import { app } from 'electron'\nimport { site } from './site'\nexport const start = [app, site]\n",
  'src/main/site.ts': "import { contract } from '@shared/contract'\nexport const site = contract\n",
  'src/main/store/open.ts': 'export const open = 1\n',
  'src/main/cards/card.ts': "import { open } from '../store/open'\nexport type Card = typeof open\n",
  'src/main/csms/listener.ts': "import type { Card } from '@main/cards/card'\nexport type Listener = Card\n",
  'src/main/service/cards.ts': "import type { Card } from '../cards/card'\nexport type Service = Card\n",
  'src/main/hosts/electron/window.ts':
    "import type { BrowserWindow } from 'electron'\nexport type Window = BrowserWindow\n",
  'src/main/hosts/web/server.ts': "import http from 'node:http'\nexport const server = http\n",
  'src/preload/index.ts': "import { ipcRenderer } from 'electron'\nexport const port = ipcRenderer\n",
  'src/renderer/main.tsx': "import { useState } from 'react'\nexport const App = () => <p>{useState}</p>\n",
  'src/simulator/charger.ts': "import type { Contract } from '@shared/contract'\nexport type Charger = Contract\n",
  'test/support/clock.ts': 'export const clock = 1\n',
}

let trees = 0

function tree(files: Record<string, string>): string {
  const root = path.join(temporary, String(++trees))
  for (const [name, text] of Object.entries({ ...COMMON, ...files })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
  return root
}

/** One offence each: the rule that has to notice it, the offending file and its text. */
const OFFENCES: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-cycles', 'src/main/store/open.ts', "export * from './writer'\n"],
  ['electron-in-its-rooms', 'src/main/service/app.ts', "import { app } from 'electron'\nexport const a = app\n"],
  ['electron-in-its-rooms', 'src/main/hosts/web/w.ts', "import type { App } from 'electron'\nexport type A = App\n"],
  ['electron-in-its-rooms', 'src/renderer/e.ts', "export const lazy = () => import('electron')\n"],
  ['electron-in-its-rooms', 'src/simulator/e.ts', "import electron from 'electron/main'\nexport const e = electron\n"],
  ['shared-runs-anywhere', 'src/shared/site.ts', "export type { site } from '../main/site'\n"],
  ['shared-runs-anywhere', 'src/shared/app.ts', "export { App } from '@renderer/main'\n"],
  [
    'shared-without-node',
    'src/shared/file.ts',
    "import { readFile } from 'node:fs/promises'\nexport const r = readFile\n",
  ],
  ['shared-without-node', 'src/shared/bare.ts', "import fs from 'fs'\nexport const f = fs\n"],
  ['shared-needs-little', 'src/shared/hook.ts', "import { useState } from 'react'\nexport const s = useState\n"],
  ['renderer-not-main', 'src/renderer/card.ts', "import type { Card } from '@main/cards/card'\nexport type C = Card\n"],
  ['renderer-not-main', 'src/renderer/port.ts', "import { port } from '../preload'\nexport const p = port\n"],
  ['renderer-without-node', 'src/renderer/os.ts', "import os from 'node:os'\nexport const o = os\n"],
  ['main-not-renderer', 'src/main/service/page.ts', "import { App } from '@renderer/main'\nexport const a = App\n"],
  ...['stations', 'sessions', 'cards', 'ca', 'devices', 'readers', 'audit', 'store'].map(
    (folder) =>
      [
        'domain-not-outside',
        `src/main/${folder}/up.ts`,
        "import type { Listener } from '../csms/listener'\nexport type L = Listener\n",
      ] as const,
  ),
  [
    'domain-not-outside',
    'src/main/ca/up.ts',
    "import type { Service } from '@main/service/cards'\nexport type S = Service\n",
  ],
  ['domain-not-outside', 'src/main/store/up.ts', "export { server } from '../hosts/web/server'\n"],
  ['csms-not-service', 'src/main/csms/v16/up.ts', "export type { Service } from '../../service/cards'\n"],
  ['entries-only-compose', 'src/main/service/start.ts', "export const s = () => import('../index')\n"],
  [
    'simulator-not-main',
    'src/simulator/up.ts',
    "import type { Listener } from '@main/csms/listener'\nexport type L = Listener\n",
  ],
  ['preload-hands-over-only', 'src/preload/card.ts', "import { z } from 'zod'\nexport const x = z\n"],
  ['preload-hands-over-only', 'src/preload/core.ts', "import os from 'node:os'\nexport const x = os\n"],
  [
    'preload-hands-over-only',
    'src/preload/main.ts',
    "import type { Card } from '@main/cards/card'\nexport type C = Card\n",
  ],
  [
    'nothing-imports-tests',
    'src/main/stations/now.ts',
    "import { clock } from '../../../test/support/clock'\nexport const c = clock\n",
  ],
  [
    'no-import-inside-types',
    'src/main/cards/hidden.ts',
    "export const f = (a: Promise<import('../csms/listener').Listener>) => a\n",
  ],
  ['everything-resolves', 'src/main/stations/gone.ts', "import { gone } from './nowhere'\nexport const g = gone\n"],
]

describe('the rules of .dependency-cruiser.mjs', () => {
  test('are silent on a tree that keeps them', async () => {
    const { modules, violations } = await layerViolations(tree({}))
    expect(violations).toEqual([])
    expect(modules).toBeGreaterThanOrEqual(12)
  })

  test.each(OFFENCES)('%s notices %s', async (rule, file, text) => {
    const writer = "import { open } from './open'\nexport const writer = open\n"
    const { violations } = await layerViolations(tree({ [file]: text, 'src/main/store/writer.ts': writer }))
    expect([...new Set(violations.map((violation) => violation.rule))]).toEqual([rule])
    if (rule !== 'no-cycles') expect(violations.map(({ from }) => from)).toEqual([file])
  })

  test('each have an offence here', () => {
    expect(new Set(OFFENCES.map(([rule]) => rule))).toEqual(new Set(rules.map(({ name }) => name)))
  })
})

// The whole tree is read, which takes its time on a busy machine.
test('the tree keeps its layers', { timeout: 60_000 }, async () => {
  const { modules, violations } = await layerViolations(project)
  expect(violations).toEqual([])
  expect(modules).toBeGreaterThan(20)
})
