import { FRAME_LIMITS } from '@main/frames/limits'
import { CLOSED, IN, OPENED } from '@main/frames/messages'
import { Notes } from '@main/frames/notes'
import { expect, test } from 'vitest'

test('the end of a connection is noted when there is no room for anything else', () => {
  const notes = new Notes({ ...FRAME_LIMITS, framesPerSecond: 1, waitingFrames: 2, waitingLength: 100 })
  notes.add(OPENED, 1, 1, 0, 'CP_1')
  for (let at = 0; at < 5; at++) notes.add(IN, 1, 1, at, 'x')
  notes.add(CLOSED, 1, 1, 9, '')
  const { numbers, texts, dropped } = notes.take()
  expect(texts).toEqual(['CP_1', 'x', ''])
  expect(numbers.slice(-4)).toEqual([CLOSED, 1, 1, 9])
  expect(dropped).toBe(4)
})
