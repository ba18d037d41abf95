import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { ensureBuilt, PROJECT } from './build.mjs'
import { prepareEnvironment } from './testEnvironment.mjs'
import { openTestFolder } from './testFolder.mjs'

// `npm test`: everything, in order, ending at the first step that fails; `npm test -- unit browser` runs those only.
// `npm run check` is the four steps before the build.

const bin = (name) => path.join(PROJECT, 'node_modules', name)

/**
 * Each step runs one command under this Node. `vitest` marks those whose tests are counted, `built` those that start the
 * built program, `needs` what they use of the machine.
 */
const STEPS = [
  { name: 'types', command: [bin('typescript/bin/tsc'), '-p', '.'] },
  {
    name: 'lint',
    command: [bin('@biomejs/biome/bin/biome'), 'ci', ...(process.stdout.isTTY ? [] : ['--colors=off']), '.'],
  },
  { name: 'layers', command: ['scripts/layers.mjs'] },
  { name: 'unused', command: [bin('knip/bin/knip.js')] },
  { name: 'build', command: ['scripts/build.mjs'] },
  { name: 'unit', vitest: ['--project', 'unit'], needs: ['openssl'] },
  {
    name: 'integration',
    vitest: ['--project', 'integration'],
    built: true,
    needs: ['openssl', 'pcscd', 'mosquitto', 'python'],
  },
  {
    name: 'browser',
    // A journey waits for chargers as much as it works: one more than there are processors.
    vitest: ['--project', 'e2e', '--exclude', '**/test/e2e/electron/**', `--maxWorkers=${availableParallelism() + 1}`],
    built: true,
    needs: ['openssl', 'chromium', 'pcscd'],
  },
  { name: 'electron', vitest: ['--project', 'e2e', 'test/e2e/electron/'], built: true, needs: ['electron'] },
]

// A machine that decides about a change may lack Electron's runtime, and the right to simulate a card reader; a
// developer's may lack more.
const MAY_BE_MISSING = process.env.CI
  ? ['electron', 'pcscd']
  : ['electron', 'chromium', 'openssl', 'pcscd', 'mosquitto', 'python']

// Far more than any step takes: it ends one that hangs, so that the summary is still printed.
const STEP_LIMIT_MS = 15 * 60_000

const RESULTS = path.join(PROJECT, 'test-results')

process.exitCode = main(process.argv.slice(2))

function main(names) {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name))
  if (unknown.length > 0) {
    console.error(`No such step: ${unknown.join(', ')}. Steps: ${STEPS.map(({ name }) => name).join(', ')}`)
    return 2
  }
  const steps = STEPS.filter(({ name }) => names.length === 0 || names.includes(name))
  const started = Date.now()
  const results = []
  const setting = environmentFor(steps)
  const lacking = Object.entries(setting.missing).filter(([need]) => steps.some(({ needs }) => needs?.includes(need)))
  const fatal = lacking.filter(([need]) => !MAY_BE_MISSING.includes(need))
  if (fatal.length > 0) {
    for (const [, sentence] of fatal) console.error(sentence)
    results.push({ name: 'environment', ok: false, seconds: 0 })
  }
  if (fatal.length === 0 && steps.some(({ built }) => built) && !steps.some(({ name }) => name === 'build')) {
    if (!ensureBuilt()) results.push({ name: 'build', ok: false, seconds: 0 })
  }
  const place = openTestFolder()
  if (place.inMemory) console.log('Temporary files: in memory')
  const variables = { ...setting.variables, TMPDIR: place.folder }
  try {
    for (const step of steps) {
      if (results.some(({ ok }) => !ok)) break
      results.push(run(step, { ...setting, variables }))
    }
  } finally {
    place.remove()
  }
  return summarise(steps, results, (Date.now() - started) / 1000)
}

function environmentFor(steps) {
  if (!steps.some(({ needs }) => needs)) return { variables: {}, missing: {}, wrapper: [] }
  headline('environment')
  const setting = prepareEnvironment()
  for (const step of steps) {
    const reasons = step.needs?.map((need) => setting.missing[need]).filter(Boolean) ?? []
    for (const reason of reasons) console.log(`!!! ${step.name}: tests will be SKIPPED: ${reason}`)
  }
  return setting
}

/** Runs a step. Tests that lack something skip themselves, so that they are counted as skipped and never as good. */
function run(step, { variables, missing, wrapper }) {
  headline(step.name)
  const started = Date.now()
  const report = path.join(RESULTS, `${step.name}.json`)
  mkdirSync(RESULTS, { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = step.command ?? [bin('vitest/vitest.mjs'), 'run', ...step.vitest, ...reporters]
  const around = step.needs?.includes('electron') ? wrapper : []
  const [program, ...words] = [...around, process.execPath, ...command]
  const { status } = spawnSync(program, words, {
    cwd: PROJECT,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: STEP_LIMIT_MS,
    env: { ...process.env, ...variables },
  })
  const reasons = step.needs?.map((need) => missing[need]).filter(Boolean) ?? []
  const counts = step.vitest ? countTests(report) : null
  return { name: step.name, ok: status === 0, seconds: (Date.now() - started) / 1000, counts, reasons }
}

/** Totals of vitest's report; all zero when it ended without writing one. */
function countTests(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

function summarise(steps, results, seconds) {
  headline(`summary after ${Math.round(seconds)} s`)
  for (const { name, ok, seconds, counts } of results) {
    const tests = counts ? `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped` : ''
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(12)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${tests}`)
  }
  const failed = results.find(({ ok }) => !ok)
  const notRun = steps.filter(({ name }) => !results.some((result) => result.name === name)).map(({ name }) => name)
  if (notRun.length > 0) console.log(`Not run because of ${failed?.name}: ${notRun.join(', ')}`)
  for (const { name, reasons } of results) {
    for (const reason of reasons ?? []) console.log(`!!! ${name}: tests were SKIPPED: ${reason}`)
  }
  const total = (kind) => results.reduce((sum, { counts }) => sum + (counts?.[kind] ?? 0), 0)
  // A step that fails without a failed test (a type error, a crash) counts as one failure, so that the last line
  // never looks good after something went wrong.
  const failures = total('failed') + results.filter(({ ok, counts }) => !ok && !counts?.failed).length
  const testsExpected = steps.some(({ vitest }) => vitest)
  const nothingRan = testsExpected && !failed && total('passed') === 0
  if (nothingRan) console.log('No test ran.')
  const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
  if (testsExpected || failures > 0) console.log(`${total('passed')} passed, ${failures} failed${skipped}`)
  return failures > 0 || nothingRan ? 1 : 0
}

function headline(text) {
  console.log(`\n=== ${text} ${'='.repeat(Math.max(0, 100 - text.length))}`)
}
