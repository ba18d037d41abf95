import { createUploads } from '@main/uploads'
import { expect, test } from 'vitest'

/** Work that ends when the test says so. */
function held() {
  let resolve = () => {}
  let reject = (_error: Error) => {}
  const end = new Promise<void>((ok, failed) => {
    resolve = ok
    reject = failed
  })
  return { work: () => end, resolve, reject }
}
const unknown = expect.objectContaining({ code: 'UNKNOWN_UPLOAD' })

test('steps of an upload are taken one after the other, whatever becomes of them, and none after its end', async () => {
  const discarded: string[] = []
  const uploads = createUploads<string>(async (name) => void discarded.push(name))
  const id = uploads.begin('one')
  const [first, second] = [held(), held()]
  const done: string[] = []
  const steps = [
    uploads.step(id, first.work).catch(() => done.push('first failed')),
    uploads.step(id, second.work).then(() => done.push('second')),
  ]
  second.resolve()
  first.reject(new Error('disk'))
  await Promise.all(steps)
  expect(done).toEqual(['first failed', 'second'])

  // One step is under way, one waits: the first is waited for, the other is not begun any more.
  const [begun, last] = [held(), held()]
  const under = uploads.step(id, () => {
    begun.resolve()
    return last.work()
  })
  await begun.work()
  const waiting = expect(uploads.step(id, () => Promise.reject(new Error('begun')))).rejects.toEqual(unknown)
  const dropped = uploads.drop(id)
  await expect(uploads.step(id, last.work)).rejects.toEqual(unknown)
  expect([uploads.all(), discarded]).toEqual([[], []])
  last.resolve()
  expect(await dropped).toBe(true)
  await Promise.all([under, waiting])
  expect(discarded).toEqual(['one'])
  expect(await uploads.drop(id)).toBe(false)

  // What is kept is not discarded, also when somebody drops it in that moment.
  const kept = uploads.begin('kept')
  await uploads.step(kept, async () => uploads.forget(kept))
  await uploads.dropAll()
  expect(discarded).toEqual(['one'])
})

test('whoever drops all waits for what somebody else is dropping: nothing of it may go later, with what comes next', async () => {
  const discarding = held()
  const uploads = createUploads<string>((name) => (name === 'slow' ? discarding.work() : Promise.resolve()))
  const slow = uploads.drop(uploads.begin('slow'))
  uploads.begin('stays')
  let isOver = false
  const all = uploads
    .dropAll((name) => name === 'other')
    .then(() => {
      isOver = true
    })
  await new Promise(setImmediate)
  expect(isOver).toBe(false)
  discarding.resolve()
  await Promise.all([all, slow])
  expect(uploads.all()).toEqual(['stays'])
})
