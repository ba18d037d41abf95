import { fromLocalInput, toLocalInput } from '@renderer/components/momentField/localInput'
import { checkDraft, draftOf, newDraft, storedToken } from '@renderer/features/cards/cardDraft'
import { cardStanding, validityKey } from '@renderer/features/cards/cardStanding'
import { withoutUidSeparators } from '@renderer/features/cards/uidSeparators'
import type { Card } from '@shared/contract/cards'
import { describe, expect, it } from 'vitest'

const NOW = Date.UTC(2026, 10, 22, 12)
const open = { blocked: false, validFrom: null, validUntil: null }

describe('standing of a card', () => {
  it.each([
    ['valid', open, 'always'],
    ['valid', { ...open, validFrom: NOW }, 'from'],
    ['not-yet-valid', { ...open, validFrom: NOW + 1 }, 'from'],
    ['valid', { ...open, validUntil: NOW + 1 }, 'until'],
    ['expired', { ...open, validUntil: NOW }, 'until'],
    ['valid', { ...open, validFrom: NOW - 1, validUntil: NOW + 1 }, 'between'],
    ['blocked', { blocked: true, validFrom: NOW + 1, validUntil: NOW + 2 }, 'between'],
  ] as const)('is %s for %o', (standing, card, validity) => {
    expect(cardStanding(card, NOW)).toBe(standing)
    expect(validityKey(card)).toBe(validity)
  })
})

describe('local date-time fields', () => {
  it.each([NOW, NOW + 5_000, NOW + 5_678, Date.UTC(2030, 0, 1)])('give back the time %d they were given', (time) => {
    expect(fromLocalInput(toLocalInput(time))).toBe(time)
  })
  it('know no time, and text that is none', () => {
    expect(toLocalInput(null)).toBe('')
    expect(fromLocalInput('')).toBeNull()
    expect(fromLocalInput('2026-11-22')).toBeUndefined()
    expect(fromLocalInput('2026-13-45T99:99')).toBeUndefined()
  })
})

describe('card form', () => {
  it('proposes ISO14443 where OCPP 1.6 told no type, and keeps a type that was told', () => {
    expect(newDraft({ token: '04A1', tokenType: null })).toMatchObject({ token: '04A1', tokenType: 'ISO14443' })
    expect(newDraft({ token: '1234', tokenType: 'KeyCode' })).toMatchObject({ tokenType: 'KeyCode' })
  })

  it('passes a good form on as the contract wants it', () => {
    const draft = { ...newDraft(), token: ' 04:a1:b2:c3 ', holder: ' Ada ', group: 'fleet', tags: 'flat 3, , flat 3' }
    expect(checkDraft(draft)).toEqual({
      kind: 'good',
      request: {
        token: '04A1B2C3',
        tokenType: 'ISO14443',
        holder: 'Ada',
        label: '',
        group: 'FLEET',
        validFrom: null,
        validUntil: null,
        blocked: false,
        tags: ['flat 3'],
        masterPass: false,
        rules: null,
        language: '',
        message: '',
        offline: 'auto',
      },
    })
  })

  it.each([
    ['group', 'masterpass', { problem: 'group-of-master-pass' }],
    ['language', 'Deutsch!', { problem: 'not-a-language' }],
    ['token', '', { problem: 'token-missing' }],
    ['token', '   ', { problem: 'token-missing' }],
    ['token', 'X'.repeat(37), { problem: 'token-too-long', max: 36 }],
    ['token', 'A\u200bB', { problem: 'token-hidden' }],
    ['holder', 'x'.repeat(121), { problem: 'text-too-long', max: 120 }],
    ['label', 'x'.repeat(81), { problem: 'text-too-long', max: 80 }],
    ['group', 'x'.repeat(21), { problem: 'text-too-long', max: 20 }],
    ['group', 'süd', { problem: 'group-characters' }],
    ['validFrom', '2026-01', { problem: 'not-a-time' }],
  ] as const)('explains a bad %s (%s)', (field, text, problem) => {
    const checked = checkDraft({ ...newDraft(), token: '04A1', [field]: text })
    expect(checked).toEqual({ kind: 'bad', problems: { [field]: problem } })
  })

  it('refuses an end that does not lie after the beginning', () => {
    const draft = { ...newDraft(), token: '04A1', validFrom: '2026-03-02T10:00', validUntil: '2026-03-02T10:00' }
    expect(checkDraft(draft)).toEqual({
      kind: 'bad',
      problems: { validUntil: { problem: 'ends-before-it-begins' } },
    })
  })

  it('saves an untouched card as it was', () => {
    const card: Card = {
      id: 1,
      token: '04A1B2C3',
      tokenType: 'ISO15693',
      holder: 'Ada',
      label: 'blue fob',
      group: 'FLEET',
      validFrom: NOW + 1,
      validUntil: NOW + 86_400_000,
      blocked: true,
      tags: ['flat 3', 'night'],
      masterPass: false,
      rules: {
        places: [
          { stationId: 4, evseIds: [1, 2] },
          { stationId: 5, evseIds: null },
        ],
        hours: [{ days: [1, 2, 3, 4, 5], from: 19 * 60, until: 7 * 60 }],
        monthlyWh: 120_500,
        endWhenUsed: true,
        monthlySessions: 30,
        oneAtATime: true,
      },
      language: 'de-AT',
      message: 'Welcome back',
      offline: 'first',
      replaces: null,
      replacedBy: null,
      erasedAt: null,
      createdAt: NOW,
      updatedAt: NOW,
    }
    const { id, createdAt, updatedAt, replaces, replacedBy, erasedAt, ...fields } = card
    expect(checkDraft(draftOf(card))).toEqual({ kind: 'good', request: fields })
  })

  it.each([
    ['monthlyKwh', { monthlyKwh: 'much' }, 'not-a-number'],
    ['monthlyKwh', { monthlyKwh: '0' }, 'not-a-number'],
    ['monthlySessions', { monthlySessions: '2.5' }, 'not-a-number'],
    ['places', { everywhere: false, places: [{ stationId: 1, evses: '1, two' }] }, 'not-evses'],
    ['hours', { hours: [{ days: [], from: '08:00', until: '09:00' }] }, 'not-hours'],
    ['hours', { hours: [{ days: [1], from: '', until: '09:00' }] }, 'not-hours'],
  ])('explains what is wrong with the %s of its rules: %o', (field, rules, problem) => {
    const draft = { ...newDraft(), token: '04A1B2C3' }
    expect(checkDraft({ ...draft, rules: { ...draft.rules, ...rules } })).toEqual({
      kind: 'bad',
      problems: { [field]: { problem } },
    })
  })

  it('shows how a number will be stored, or nothing while it can’t be', () => {
    expect(storedToken('04 a1 b2')).toBe('04A1B2')
    expect(storedToken('fleet-17')).toBe('FLEET-17')
    expect(storedToken('Ä77#')).toBe('Ä77#')
    expect(storedToken('A\u200b')).toBeNull()
  })

  it.each(['04-A1-B2-C3', '04:A1:B2:C3', 'CARD 1/2', 'Ä77#'])('enrols %s as the charger presented it', (token) => {
    const draft = newDraft({ token, tokenType: null })
    expect(storedToken(draft.token, token)).toBe(token)
    expect(checkDraft(draft, token)).toMatchObject({ kind: 'good', request: { token } })
  })

  it('reads what a person makes of a presented number as typed', () => {
    expect(storedToken('04-a1-b2-c4', '04-A1-B2-C3')).toBe('04A1B2C4')
  })
})

describe('a typed UID', () => {
  it.each([
    ['04:a1:b2:c3', '04a1b2c3'],
    [' 04 a1 b2 c3 ', '04a1b2c3'],
    ['04-A1-B2-C3', '04A1B2C3'],
    // Only pairs of hexadecimal digits are taken apart: a dash elsewhere belongs to the number.
    ['fleet-17', 'fleet-17'],
    ['04-A1-B2-C', '04-A1-B2-C'],
    ['CARD 1/2', 'CARD 1/2'],
    ['', ''],
  ])('%j loses its separators: %j', (typed, read) => {
    expect(withoutUidSeparators(typed)).toBe(read)
  })
})
