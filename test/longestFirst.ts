import { createHash } from 'node:crypto'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take many times as long as others. One that begins last would leave the other processors idle. */
const LONG = [
  'integration/bench.test.ts',
  'integration/readers.test.ts',
  'e2e/desks.test.ts',
  'e2e/console.test.ts',
  'e2e/journeys/commands.test.ts',
  'e2e/journeys/demo.test.ts',
  'e2e/journeys/certificates.test.ts',
  'e2e/journeys/deskReader.test.ts',
  'e2e/ledger.test.ts',
  'e2e/journeys/backup.test.ts',
  'e2e/journeys/lostLink.test.ts',
  'e2e/journeys/cards.test.ts',
  'e2e/languages.test.ts',
  'e2e/journeys/charging.test.ts',
]

/** Puts test files into an order that only the run's seed decides, after those that take longest. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { seed } = this.ctx.config.sequence
    const place = ({ moduleId }: TestSpecification) => {
      const long = LONG.findIndex((name) => moduleId.endsWith(name))
      return long < 0 ? LONG.length : long
    }
    const chance = ({ project, moduleId }: TestSpecification) =>
      createHash('sha256').update(`${seed} ${project.name} ${moduleId}`).digest('hex')
    const order = new Map(files.map((file) => [file, `${String(place(file)).padStart(3, '0')} ${chance(file)}`]))
    return [...files].sort((a, b) => ((order.get(a) ?? '') < (order.get(b) ?? '') ? -1 : 1))
  }
}
