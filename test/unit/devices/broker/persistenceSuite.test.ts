import nodeAssert from 'node:assert'
import { BROKER_LIMITS } from '@main/devices/broker/limits'
import { SitePersistence } from '@main/devices/broker/persistence/persistence'
// @ts-expect-error: it comes without types
import abstractSuite from 'aedes-persistence/abstract.js'
import { expect, test } from 'vitest'
import { openTestStore } from '../../../support/testStore'

/** What the suite uses of node:test, counted as there. */
interface SuiteContext {
  plan(assertions: number): void
  diagnostic(text: string): void
  readonly assert: typeof nodeAssert
}
type SuiteTest = (name: string, run: (context: SuiteContext) => Promise<void>) => void

const suite = abstractSuite as (options: {
  test: SuiteTest
  persistence: () => SitePersistence
  testAsync: true
}) => void

// The suite that aedes-persistence ships for modules like ours, word for word.
suite({
  testAsync: true,
  persistence: () =>
    new SitePersistence({
      store: openTestStore(),
      limits: BROKER_LIMITS,
      mayKeep: () => true,
      mayLeave: () => true,
      onDropped: () => expect.unreachable('nothing here is too much'),
    }),
  test: (name, run) => {
    test(name, async () => {
      let planned: number | null = null
      let made = 0
      const counting = new Proxy(nodeAssert, {
        get(target, property) {
          made += 1
          return Reflect.get(target, property)
        },
      })
      await run({
        assert: counting,
        diagnostic: () => {},
        plan: (assertions) => {
          planned = assertions
        },
      })
      if (planned !== null) expect(made).toBe(planned)
    })
  },
})
