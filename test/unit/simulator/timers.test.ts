import { realEnvironment } from '@simulator/environment'
import { Timers } from '@simulator/timers'
import { expect, test } from 'vitest'

/** Timers that are only noted, with what they run. */
function noted() {
  const waits: { readonly milliseconds: number; readonly run: () => void }[] = []
  const timers = new Timers({
    ...realEnvironment,
    after: (milliseconds, run) => {
      waits.push({ milliseconds, run })
      return () => undefined
    },
  })
  return { timers, waits }
}

test('a wait longer than Node can is made of several', () => {
  const { timers, waits } = noted()
  let ran = 0
  timers.after(60 * 86_400, () => {
    ran += 1
  })
  for (let index = 0; index < 3; index += 1) {
    expect(ran).toBe(0)
    waits[index]?.run()
  }
  expect(ran).toBe(1)
  expect(waits.map(({ milliseconds }) => milliseconds).reduce((sum, one) => sum + one, 0)).toBe(60 * 86_400_000)
})

test('what is past is at once', () => {
  const { timers, waits } = noted()
  timers.after(-5, () => undefined)
  expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([0])
})
