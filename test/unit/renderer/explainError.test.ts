import { ORPCError } from '@orpc/client'
import { en } from '@renderer/i18n/en'
import { explainError } from '@renderer/i18n/explainError'
import { startWords } from '@renderer/i18n/start'
import { LinkLostError } from '@renderer/link/linkLost'
import { ERROR_STATUS, type ErrorCode } from '@shared/errors'
import { errors } from '@shared/words/en/errors'
import { describe, expect, it } from 'vitest'

const { t } = startWords('en', { words: en, parts: [] })

describe('explainError', () => {
  it.each(Object.keys(ERROR_STATUS) as ErrorCode[])('says the sentence of %s', (code) => {
    const { sentence, code: behind } = explainError(new ORPCError(code, { defined: true, data: {} }), t)
    expect(sentence).toBe(errors[code])
    expect(behind).toBe(code)
  })

  it('fills the places of a sentence as the server does', () => {
    const data = { port: 9000, address: '0.0.0.0', option: '--ocpp-port' }
    const { sentence } = explainError(new ORPCError('PORT_IN_USE', { defined: true, data }), t)
    expect(sentence).toContain('Port 9000 on 0.0.0.0')
    expect(sentence).not.toContain('{{')
  })

  it('never repeats text of an error it does not know', () => {
    const outside = 'SELECT * FROM secrets'
    for (const error of [new Error(outside), new ORPCError('WHATEVER', { message: outside }), outside, null]) {
      expect(explainError(error, t).sentence).toBe(t('failure.internal'))
    }
  })

  it('tells a lost link and bad input apart from faults', () => {
    expect(explainError(new LinkLostError(), t).sentence).toBe(t('failure.linkLost'))
    expect(explainError(new ORPCError('BAD_REQUEST'), t).sentence).toBe(t('failure.badInput'))
  })
})

describe('sentences', () => {
  it('show the hidden characters of what is put into them, and nothing of HTML', () => {
    expect(t('cards:unknown.putAsideDone', { number: 'A\u202eB' })).toMatch(/^Card A⟨U\+202E⟩B is put aside/)
    expect(t('cards:unknown.enrolOf', { number: '<b>&"$1 é' })).toBe('Enrol card <b>&"$1 é')
  })

  it('put numbers and formatted times in as they are', () => {
    expect(t('cards:unknown.times', { count: 3 })).toBe('3 times')
    const time = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', dateStyle: 'medium' }).format(0)
    expect(t('cards:validity.from', { from: time })).toBe(`From ${time}`)
  })
})
