import { readFileSync } from 'node:fs'
import { parseSync } from 'vite'

/** A text in the code of the console that a person reads though it is not among the words. */
export interface HiddenText {
  readonly line: number
  readonly text: string
}

/** Properties and attributes whose value is read by people, or to them. */
const READ = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'headerName',
  'heading',
  'helperText',
  'hint',
  'label',
  'placeholder',
  'primary',
  'secondary',
  'sentence',
  'subtitle',
  'summary',
  'title',
  'tooltip',
])

/** Two letters in a row: “·”, “→”, “%” and a single unit such as A or V say the same everywhere. */
const WORDS = /\p{L}{2}/u

interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** The texts that a value is made of, as far as they stand in the code: of both branches, of each part of a sum. */
function textsOf(node: unknown): { start: number; text: string }[] {
  if (!isNode(node)) return []
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ start: node.start, text: node.value }] : []
    case 'TemplateLiteral':
      return [
        ...(node.quasis as Node[]).map(({ start, value }) => ({ start, text: (value as { cooked: string }).cooked })),
        ...(node.expressions as Node[]).flatMap(textsOf),
      ]
    case 'ConditionalExpression':
      return [...textsOf(node.consequent), ...textsOf(node.alternate)]
    case 'LogicalExpression':
    case 'BinaryExpression':
      return ['&&', '||', '??', '+'].includes(String(node.operator)) ? [node.left, node.right].flatMap(textsOf) : []
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return textsOf(node.expression)
    default:
      return []
  }
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return ''
  return String(node.name ?? node.value ?? '')
}

/** Finds text that stands in the code of a file: between tags, and where it is read (`label`, `title` …). */
export function hiddenTexts(file: string, source = readFileSync(file, 'utf8')): HiddenText[] {
  const found: { start: number; text: string }[] = []
  const look = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) look(each)
    if (!isNode(node)) return
    if (node.type === 'JSXText') found.push({ start: node.start, text: String(node.value) })
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      found.push(...(node.children as Node[]).flatMap(textsOf))
    if (node.type === 'JSXAttribute' && READ.has(nameOf(node.name))) found.push(...textsOf(node.value))
    if (node.type === 'Property' && READ.has(nameOf(node.key))) found.push(...textsOf(node.value))
    for (const value of Object.values(node)) look(value)
  }
  look(parseSync(file, source).program)
  return found
    .filter(({ text }) => WORDS.test(text))
    .map(({ start, text }) => ({ line: source.slice(0, start).split('\n').length, text: text.trim() }))
}
