import { closeReason } from '@main/csms/links'
import { stationAnswers } from '@shared/words/en/stationAnswers'
import { expect, test } from 'vitest'

test.each(Object.values(stationAnswers.close))('“%s” fits into a close frame', (reason) => {
  expect(closeReason(reason)).toBe(reason)
})

test.each(Object.values(stationAnswers.error))('“%s” fits into an error', (description) => {
  expect(description.length).toBeLessThanOrEqual(255)
})
