import { MessageQueue } from '@simulator/messageQueue'
import { expect, test } from 'vitest'

const update = (name: string) => ({ name, essential: false })
const essential = (name: string) => ({ name, essential: true })

function drained(queue: MessageQueue<{ name: string; essential: boolean }>): string[] {
  const names: string[] = []
  for (let message = queue.shift(); message; message = queue.shift()) names.push(message.name)
  return names
}

test('first in, first out', () => {
  const queue = new MessageQueue<{ name: string; essential: boolean }>(10)
  for (const name of ['a', 'b', 'c']) queue.push(update(name))
  expect(queue.first?.name).toBe('a')
  expect(queue.shift()?.name).toBe('a')
  expect(drained(queue)).toEqual(['b', 'c'])
})

test('when full, every second update goes; starts, ends and the one under way stay', () => {
  const queue = new MessageQueue<{ name: string; essential: boolean }>(6)
  queue.push(update('under way'))
  queue.push(essential('start'))
  for (const name of ['1', '2', '3', '4']) queue.push(update(name))
  const { dropped, taken } = queue.push(essential('end'))
  expect(taken).toBe(true)
  expect(dropped.map(({ name }) => name)).toEqual(['1', '3'])
  expect(drained(queue)).toEqual(['under way', 'start', '2', '4', 'end'])
})

test('full of essential messages: an update is refused, an essential one still taken', () => {
  const queue = new MessageQueue<{ name: string; essential: boolean }>(2)
  queue.push(essential('start'))
  queue.push(essential('end'))
  expect(queue.full).toBe(true)
  expect(queue.push(update('late'))).toEqual({ taken: false, dropped: [] })
  expect(queue.push(essential('start 2')).taken).toBe(true)
  expect(drained(queue)).toEqual(['start', 'end', 'start 2'])
})
