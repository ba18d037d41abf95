import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import { aliases } from './vite.aliases.ts'

const WORDS = path.join(aliases['@renderer'], 'i18n/en')
const SHARED_WORDS = path.join(aliases['@shared'], 'words/en')

/** What of the words is not in the console's own folder. */
const SHARED = ['errors', 'findings', 'told']

/** Every namespace, by its file. */
const NAMESPACES: ReadonlySet<string> = new Set([
  ...readdirSync(WORDS).map((file) => path.basename(file, '.ts')),
  ...SHARED,
])

/** The part of the console that an import leads to, with its type and what stands around it. */
const PART = /lazyPart(<[^()]*>)?\(\s*\(\) => import\('([^']+)'\),?\s*\)/g

const IMPORTS = /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^']+)'|[^\w.]import\('([^']+)'\)/g
const ASKED = /useTranslation\(([^)]*)\)/g
const LITERAL = /'(\w+)'/g
/** A key with its namespace before it: `'common:actions.cancel'`, `` `told:${code}` ``. */
const QUALIFIED = /['"`](\w+):[\w$]/g

/** The file that an import in another file means; null for packages and for what is no code. */
function fileOf(name: string, from: string): string | null {
  const [prefix = ''] = name.split('/')
  const folder = (aliases as Readonly<Record<string, string>>)[prefix]
  if (folder === undefined && !name.startsWith('.')) return null
  const bare =
    folder === undefined ? path.resolve(path.dirname(from), name) : path.join(folder, name.slice(prefix.length))
  return ['.ts', '.tsx', '/index.ts'].map((ending) => bare + ending).find((file) => existsSync(file)) ?? null
}

/** What a module imports when it is loaded, and the namespaces that stand in it. */
function readModule(file: string): { readonly imports: readonly string[]; readonly namespaces: readonly string[] } {
  // Words hold no code, and what is loaded apart brings its own.
  if ([WORDS, SHARED_WORDS].some((folder) => file.startsWith(folder))) return { imports: [], namespaces: [] }
  const code = readFileSync(file, 'utf8').replace(PART, '')
  const imports = [...code.matchAll(IMPORTS)].flatMap(([, one, other]) => fileOf(one ?? other ?? '', file) ?? [])
  const asked = [...code.matchAll(ASKED)].flatMap(([, list = '']) => [...list.matchAll(LITERAL)])
  const namespaces = [...asked, ...code.matchAll(QUALIFIED)].map(([, name = '']) => name)
  return { imports, namespaces: namespaces.filter((name) => NAMESPACES.has(name)) }
}

/** The namespaces of the words that a file and all it imports may say, in the order of the alphabet. */
export function namespacesOf(entry: string): string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    const { imports, namespaces } = readModule(file)
    for (const namespace of namespaces) found.add(namespace)
    for (const next of imports) visit(next)
  }
  visit(entry)
  return [...found].sort()
}

/** Names to each part of the console that is loaded apart the words that it needs; throws where it can't tell. */
export function withPartWords(code: string, file: string): string {
  const named = code.replace(PART, (_call, type: string | undefined, name: string) => {
    const part = fileOf(name, file)
    if (part === null) throw new Error(`${file}: there is no ${name}`)
    return `lazyPart${type ?? ''}(() => import('${name}'), ${JSON.stringify(namespacesOf(part))})`
  })
  return named
}

/**
 * Tells each part of the console which words it needs, so that they come together with it and nothing else does. Read
 * from the code at every build: nobody has to keep a list.
 */
export const partWords: Plugin = {
  name: 'part-words',
  enforce: 'pre',
  transform: (code, id) => (code.includes('lazyPart') ? { code: withPartWords(code, id), map: null } : null),
}
