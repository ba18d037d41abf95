/**
 * The layers of the tree, for `npm test -- layers` (scripts/layers.mjs adds the import aliases). Each rule names what may not be imported from where and why; test/unit/tooling/layers.test.ts
 * proves that every one of them bites. Imports of types count like all others: a type is a dependency too.
 */

// Electron as it resolves when installed, and by its bare name when it does not.
const ELECTRON = '(^|/)node_modules/electron/|^electron(/|$)'

const DOMAIN = 'stations|sessions|cards|ca|devices|readers|audit|files|commands|localLists|frames|secrets|access|backup'

const rules = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one idea in two places: move what they share into a third.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'electron-in-its-rooms',
    comment: 'Only the desktop host, its entry and preload know Electron; everything else runs on plain Node too.',
    from: { path: '^src/', pathNot: '^src/main/(hosts/electron/|index\\.ts$)|^src/preload/' },
    to: { path: ELECTRON },
  },
  {
    name: 'shared-runs-anywhere',
    comment: 'src/shared is used by main, preload, renderer and the virtual charger, so it needs none of them.',
    from: { path: '^src/shared/' },
    to: { path: '^src/(?!shared/)' },
  },
  {
    name: 'shared-without-node',
    comment: 'src/shared also runs in a browser, which has no node: modules.',
    from: { path: '^src/shared/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'shared-needs-little',
    comment: 'src/shared describes data and calls: the schema and contract libraries are all it takes.',
    from: { path: '^src/shared/' },
    to: { path: 'node_modules/', pathNot: 'node_modules/(zod|@orpc/contract|typed-ocpp)/' },
  },
  {
    name: 'renderer-not-main',
    comment: 'The renderer talks to main through the contract; importing it would pull Node code into the browser.',
    from: { path: '^src/renderer/' },
    to: { path: '^src/(main|preload|simulator)/' },
  },
  {
    name: 'renderer-without-node',
    comment: 'The renderer is sandboxed: it has no node: modules.',
    from: { path: '^src/renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'main-not-renderer',
    comment: 'Main serves the built renderer as files; it shares no code with it but src/shared.',
    from: { path: '^src/main/' },
    to: { path: '^src/(renderer|preload)/' },
  },
  {
    name: 'domain-not-outside',
    comment: 'The domain decides and the store remembers; protocol, contract and hosts call them, never the reverse.',
    from: { path: `^src/main/(${DOMAIN}|store)/` },
    to: { path: '^src/main/(csms|service|hosts)/' },
  },
  {
    name: 'csms-not-service',
    comment: 'What chargers say reaches the screen through the domain, not by a short cut.',
    from: { path: '^src/main/csms/' },
    to: { path: '^src/main/(service|hosts)/' },
  },
  {
    name: 'entries-only-compose',
    comment: 'An entry puts the parts together; a part that imports an entry could not run under the other one.',
    from: { path: '^(src|test|scripts)/' },
    to: { path: '^src/main/(index|headless)\\.ts$' },
  },
  {
    name: 'simulator-not-main',
    comment: 'The virtual charger has its own OCPP code, so that a wrong server can not agree with itself.',
    from: { path: '^src/simulator/' },
    to: { path: '^src/(main|renderer|preload)/' },
  },
  {
    name: 'preload-hands-over-only',
    comment: 'Preload hands the port over and does nothing else: it needs src/shared and Electron.',
    from: { path: '^src/preload/' },
    to: { path: '.', pathNot: `^src/(shared|preload)/|${ELECTRON}` },
  },
  {
    name: 'nothing-imports-tests',
    comment: 'The program does not depend on its tests or on the build scripts.',
    from: { path: '^src/' },
    to: { path: '^(test|scripts)/' },
  },
  {
    name: 'everything-resolves',
    comment: 'An import that leads nowhere hides from all other rules.',
    from: {},
    to: { couldNotResolve: true, pathNot: ELECTRON },
  },
]

export default {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    // TypeScript 7 has no API that dependency-cruiser could use; swc reads the same syntax, types included.
    parser: 'swc',
    // Declarations of plain scripts are no modules of their own, and swc can not read them.
    exclude: { path: '\\.d\\.mts$' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    builtInModules: { add: ['node:sqlite'] },
  },
}
