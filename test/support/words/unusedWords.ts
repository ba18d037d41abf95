import { readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { withoutPlural } from './flatten'

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const ANYTHING = '[^\\s]+'

/** What a template can become: one of two texts where they stand in it, else anything. */
function patternOf({ quasis, expressions }: Node): string {
  const put = (expressions as Node[]).map((expression) => {
    const branches = [expression.consequent, expression.alternate].filter(isNode).map(({ value }) => value)
    return branches.length === 2 && branches.every((text) => typeof text === 'string')
      ? `(?:${branches.map(escaped).join('|')})`
      : ANYTHING
  })
  return (quasis as Node[])
    .map(({ value }, at) => escaped((value as { cooked: string }).cooked) + (put[at] ?? ''))
    .join('')
}

/** Every text in the code of these files as a pattern of what it can become: what is put into it may be anything. */
function patternsIn(files: readonly string[]): { texts: Set<string>; patterns: RegExp[]; names: Set<string> } {
  const texts = new Set<string>()
  const templates = new Set<string>()
  const names = new Set<string>()
  const look = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) look(each)
    if (!isNode(node)) return
    if (node.type === 'Literal' && typeof node.value === 'string') texts.add(node.value)
    if (node.type === 'Identifier') names.add(String(node.name))
    if (node.type === 'TemplateLiteral') {
      templates.add(patternOf(node))
    }
    for (const value of Object.values(node)) look(value)
  }
  for (const file of files) look(parseSync(file, readFileSync(file, 'utf8')).program)
  // One that is all place would fit everything.
  const patterns = [...templates].filter((template) => /\w/.test(template.replaceAll(ANYTHING, '')))
  return { texts, patterns: patterns.map((template) => new RegExp(`^(?:[\\w]+:)?${template}$`)), names }
}

/** Words that no code leads to: by their key as it is written there, or by one that is put together. */
export function unusedWords(
  words: ReadonlyMap<string, string>,
  files: { readonly console: readonly string[]; readonly program: readonly string[] },
): string[] {
  const inConsole = patternsIn(files.console)
  const inProgram = patternsIn(files.program)
  const asked = (key: string) => {
    const inNamespace = key.replace(/^\w+\./, '')
    const qualified = key.replace('.', ':')
    return (
      inConsole.texts.has(inNamespace) ||
      inConsole.texts.has(qualified) ||
      inConsole.patterns.some((pattern) => pattern.test(inNamespace) || pattern.test(qualified))
    )
  }
  const named = (key: string) => {
    const parts = key.split('.').slice(1)
    return (
      inProgram.texts.has(key) ||
      inProgram.patterns.some((pattern) => pattern.test(key)) ||
      parts.every((part) => inProgram.names.has(part) || inProgram.texts.has(part))
    )
  }
  const keys = new Set([...words.keys()].map(withoutPlural))
  return [...keys].filter((path) => {
    const key = path.replace(/^\w+:/, '')
    return !(path.startsWith('renderer:') ? asked(key) : asked(key) || named(key))
  })
}
