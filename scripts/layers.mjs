import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseFile } from '@swc/core'
import { cruise } from 'dependency-cruiser'
import config from '../.dependency-cruiser.mjs'

/** What dependency-cruiser can not see with its swc parser, and so has to be written as a plain `import type`. */
const HIDDEN = {
  name: 'no-import-inside-types',
  comment: "`import('…').Name` inside a type hides from the layers: write `import type { Name } from '…'`.",
}

/** Every rule of the layers, with the sentence that explains it. */
export const rules = [...config.forbidden, HIDDEN]

const PARTS = ['shared', 'main', 'renderer', 'simulator']
const FOLDERS = ['src', 'test', 'scripts']

/**
 * Every import in the tree at `baseDir` that breaks a rule of .dependency-cruiser.mjs, as `{ rule, from, to }`. The
 * aliases are given here because dependency-cruiser reads them from tsconfig.json only through TypeScript's old API.
 */
export async function layerViolations(baseDir) {
  const alias = Object.fromEntries(PARTS.map((part) => [`@${part}`, path.join(baseDir, 'src', part)]))
  const { options, forbidden } = config
  const folders = FOLDERS.filter((folder) => existsSync(path.join(baseDir, folder)))
  const { output } = await cruise(
    folders,
    { ...options, baseDir, validate: true, ruleSet: { forbidden, options } },
    { ...options.enhancedResolveOptions, alias },
  )
  const violations = output.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle ? cycle.map(({ name }) => name).join(' → ') : to,
  }))
  const sources = output.modules.map(({ source }) => source).filter((source) => /^src\/.*\.tsx?$/.test(source))
  return { modules: output.modules.length, violations: [...violations, ...(await hiddenImports(baseDir, sources))] }
}

async function hiddenImports(baseDir, sources) {
  const hidden = []
  for (const from of sources) {
    const syntax = await parseFile(path.join(baseDir, from), { syntax: 'typescript', tsx: from.endsWith('x') })
    JSON.stringify(syntax, (_key, node) => {
      if (node?.type === 'TsImportType') hidden.push({ rule: HIDDEN.name, from, to: node.argument.value })
      return node
    })
  }
  return hidden
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { modules, violations } = await layerViolations(path.resolve(import.meta.dirname, '..'))
  for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`)
  for (const name of new Set(violations.map(({ rule }) => rule))) {
    console.error(`\n${name}: ${rules.find((rule) => rule.name === name).comment}`)
  }
  console.log(`${modules} modules, ${violations.length} imports that break a layer`)
  process.exitCode = violations.length === 0 ? 0 : 1
}
