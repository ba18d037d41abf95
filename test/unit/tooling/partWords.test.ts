import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { en } from '@renderer/i18n/en'
import { pack as dePack } from '@renderer/i18n/packs/de'
import { pack as enPack } from '@renderer/i18n/packs/en'
import { pack as koPack } from '@renderer/i18n/packs/ko'
import { pack as zhPack } from '@renderer/i18n/packs/zh'
import { ALL_NAMESPACES } from '@renderer/i18n/wordFiles'
import { describe, expect, it } from 'vitest'
import { namespacesOf, withPartWords } from '../../../vite.words'

const at = (file: string) => path.resolve('src/renderer', file)
const first = namespacesOf(at('main.tsx'))

describe('the words that come first', () => {
  it.each(Object.entries({ enPack, dePack, koPack, zhPack }))('are those of the frame, in %s', (_name, { words }) => {
    expect(Object.keys(words).sort()).toEqual(first)
  })

  it('leave all others to be fetched', () => {
    expect([...ALL_NAMESPACES, ...first].sort()).toEqual(Object.keys(en).sort())
  })
})

describe('the words of a part', () => {
  it('are those that its modules ask for, however they do it', () => {
    // By the hook, in lists, before a key, and in a file that only another file imports.
    expect(namespacesOf(at('app/palette/Palette.tsx'))).toEqual(
      expect.arrayContaining(['palette', 'rollOver', 'shell']),
    )
    expect(namespacesOf(at('features/requests/RequestsPage.tsx'))).toEqual(
      expect.arrayContaining(['requests', 'findings', 'certificates', 'told']),
    )
    expect(namespacesOf(at('features/overview/OverviewPage.tsx'))).not.toContain('variables')
  })

  it('are named to every part, wherever it is loaded', () => {
    const files = globSync('src/renderer/**/*.{ts,tsx}').filter((file) => !file.endsWith('lazyPart.tsx'))
    const calls = files.flatMap((file) => {
      const code = withPartWords(readFileSync(file, 'utf8'), path.resolve(file))
      return [...code.matchAll(/lazyPart[<(][\s\S]*?(?=\blazyPart\b|$)/g)].map(([call]) => call.replace(/\s+/g, ' '))
    })
    expect(calls.length).toBeGreaterThan(30)
    expect(calls.filter((call) => !/import\('[^']+'\), \["/.test(call))).toEqual([])
  })

  it('are asked of a file that is there', () => {
    expect(() => withPartWords("lazyPart(() => import('./Gone'))", at('app/routes.tsx'))).toThrow('./Gone')
  })
})
