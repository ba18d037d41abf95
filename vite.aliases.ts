import { fileURLToPath } from 'node:url'

const folder = (name: string) => fileURLToPath(new URL(`./src/${name}`, import.meta.url))

/** Import prefixes of the four parts of the tree; tsconfig.json names the same ones for the type checker. */
export const aliases = {
  '@shared': folder('shared'),
  '@main': folder('main'),
  '@renderer': folder('renderer'),
  '@simulator': folder('simulator'),
}

/** Those of the bundled program itself. */
export const programAliases = {
  ...aliases,
  debug: fileURLToPath(new URL('./scripts/silentDebug.cjs', import.meta.url)),
}
