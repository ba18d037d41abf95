import { learnForm } from '@shared/cardNumbers/learnForm'
import { type NumberForm, PLAIN, readNumber, spell } from '@shared/cardNumbers/numberForm'
import { otherSpellings } from '@shared/cardNumbers/otherSpellings'
import { readUid, reverseBytes } from '@shared/cardNumbers/uid'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const UID7 = '04A1B2C3D4E5F6'
const UID4 = '0A1B2C3D'

describe('the UID that a reader gives', () => {
  it.each([
    ['DEADBEEF', 'ISO14443', 'DEADBEEF'],
    ['04a1b2c3d4e5f6', 'ISO14443', UID7],
    ['04112233445566778899', 'ISO14443', '04112233445566778899'],
    ['E004015012345678', 'ISO15693', 'E004015012345678'],
    // The same card of a reader that gives the low byte first: only here does the number say which way it stands.
    ['78563412500104E0', 'ISO15693', 'E004015012345678'],
    ['0123456789ABCDEF', 'ISO14443', '0123456789ABCDEF'],
  ])('%s is the %s card %s', (uid, tokenType, token) => {
    expect(readUid(uid)).toEqual({ kind: 'number', token, tokenType })
  })

  it.each([
    ['08A1B2C3', 'random-uid'],
    ['8804A1B2', 'cut-uid'],
    ['00000000', 'no-uid'],
    ['A1B2C3', 'no-uid'],
    ['', 'no-uid'],
  ])('refuses %s: %s', (uid, reason) => {
    expect(readUid(uid)).toEqual({ kind: 'refused', reason })
  })

  it('takes 08 and 88 for what they are only in four bytes', () => {
    expect(readUid('08112233445566').kind).toBe('number')
    expect(readUid('88112233445566').kind).toBe('number')
  })
})

describe('forms of numbers', () => {
  it.each<[string, string, Partial<NumberForm>]>([
    [UID7, 'F6E5D4C3B2A104', { reversed: true }],
    [UID7, '04A1B2C3', { keep: { end: 'first', bytes: 4 } }],
    [UID7, 'C3B2A104', { keep: { end: 'first', bytes: 4 }, reversed: true }],
    [UID7, 'D4E5F6', { keep: { end: 'last', bytes: 3 } }],
    [UID7, '4A1B2C3D4E5F6', { zeros: 'none' }],
    [UID4, '0000000A1B2C3D', { zeros: 'before', width: 14 }],
    [UID4, '0A1B2C3D000000', { zeros: 'after', width: 14 }],
    [UID4, '169552957', { notation: 'decimal', zeros: 'none' }],
    [UID4, '0169552957', { notation: 'decimal', zeros: 'before', width: 10 }],
    [UID4, '1026300682', { notation: 'decimal', zeros: 'before', width: 10, reversed: true }],
    // The three low bytes 6F 6C 3A as wiegand readers write them.
    ['006F6C3A', '111,27706', { notation: 'pair', zeros: 'none', keep: { end: 'last', bytes: 3 } }],
    ['006F6C3A', '07302202', { notation: 'decimal', zeros: 'before', width: 8, keep: { end: 'last', bytes: 3 } }],
    [UID7, 'UID:04A1B2C3D4E5F6;', { prefix: 'UID:', suffix: ';' }],
  ])('%s is written %s', (uid, text, parts) => {
    expect(spell(uid, { ...PLAIN, ...parts })).toBe(text)
  })

  it('reads decimals whose leading zeros were dropped', () => {
    expect(readNumber('169552957', { ...PLAIN, notation: 'decimal', zeros: 'before', width: 10 })).toContain(UID4)
  })

  it.each<[string, Partial<NumberForm>]>([
    ['04A1B2C3D4E5', {}],
    ['04A1B2C3D4E5F6', { notation: 'decimal', zeros: 'none' }],
    ['04A1B2C3', { prefix: 'UID:' }],
    ['UID:', { prefix: 'UID:' }],
    ['256,00001', { notation: 'pair', keep: { end: 'last', bytes: 3 } }],
    ['', {}],
    ['04A1B2C3D4E5F6', { keep: { end: 'first', bytes: 4 } }],
  ])('reads nothing out of %j, which is not in the form', (text, parts) => {
    expect(readNumber(text, { ...PLAIN, ...parts })).toEqual([])
  })

  const uids = fc
    .constantFrom(4, 7, 8, 10)
    .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }))
    .map((bytes) => Buffer.from(bytes).toString('hex').toUpperCase())
  const shapes = fc.constantFrom<Partial<NumberForm>>(
    {},
    { zeros: 'none' },
    { zeros: 'before', width: 20 },
    { zeros: 'after', width: 20 },
    { notation: 'decimal', zeros: 'none' },
    { notation: 'decimal', zeros: 'before', width: 10 },
    { prefix: 'N°', suffix: '#' },
  )
  const keeps = fc.oneof(
    fc.constant(null),
    fc.record({ end: fc.constantFrom('first' as const, 'last' as const), bytes: fc.integer({ min: 4, max: 9 }) }),
  )
  const forms = fc
    .record({ shape: shapes, keep: keeps, reversed: fc.boolean() })
    .map(({ shape, keep, reversed }): NumberForm => ({ ...PLAIN, ...shape, keep, reversed }))

  it('reads back every number it has written', () => {
    fc.assert(
      fc.property(uids, forms, (uid, form) => {
        const text = spell(uid, form)
        const whole = form.keep === null || form.keep.bytes >= uid.length / 2
        const end =
          form.keep?.end === 'last' ? uid.slice(-form.keep.bytes * 2) : uid.slice(0, (form.keep?.bytes ?? 0) * 2)
        // Zeros that fill up behind are not told from zeros of the number: then its beginning is found.
        const expected = whole ? uid : end
        expect(readNumber(text ?? '', form)).toContain(expected)
      }),
    )
  })

  it('learns a form that explains what was seen, whatever the form and the card', () => {
    fc.assert(
      fc.property(uids, forms, (uid, form) => {
        const text = spell(uid, form) ?? ''
        const learnt = learnForm(uid, text.toLowerCase())
        if (learnt.kind === 'plain') expect(text.toUpperCase()).toBe(uid)
        else if (learnt.kind === 'form') expect(spell(uid, learnt.form)?.toUpperCase()).toBe(text.toUpperCase())
        // Zeros around a part of a number might be anything; no form is made up for those.
        else expect(learnt.kind === 'ambiguous' || form.keep !== null).toBe(true)
      }),
    )
  })
})

describe('learning a form from one card', () => {
  it('tells the order', () => {
    expect(learnForm(UID7, reverseBytes(UID7))).toEqual({
      kind: 'form',
      form: { ...PLAIN, reversed: true },
      leavesOut: false,
    })
  })

  it('says when bytes are left out', () => {
    expect(learnForm(UID7, '04A1B2C3')).toMatchObject({ kind: 'form', leavesOut: true })
  })

  it('writes four bytes in ten digits, though this card needs no zero in front', () => {
    expect(learnForm('DEADBEEF', '3735928559')).toMatchObject({ form: { notation: 'decimal', width: 10 } })
  })

  it('knows that there is nothing to learn', () => {
    expect(learnForm(UID7, '04a1b2c3d4e5f6')).toEqual({ kind: 'plain' })
  })

  it('asks for another card when this one reads the same both ways', () => {
    expect(learnForm('AB1212AB', '0000AB1212AB')).toEqual({ kind: 'ambiguous' })
    expect(learnForm('AB1212AB', 'AB1212AB')).toEqual({ kind: 'ambiguous' })
  })

  it.each([
    ['a card that begins alike', '04A1B2C3999999'],
    ['a card that ends alike', '999999C3D4E5F6'],
    ['any other card', 'DEADBEEF'],
    ['nothing', ''],
  ])('does not take %s for the card', (_what, text) => {
    expect(learnForm(UID7, text)).toEqual({ kind: 'no-spelling' })
  })
})

describe('other spellings of the same card', () => {
  it('lists what a card of seven bytes may be enrolled as', () => {
    const { exact } = otherSpellings(UID7)
    expect(exact.get('F6E5D4C3B2A104')).toBe('reversed')
    expect(exact.get('04A1B2C3')).toBe('shortened')
    expect(exact.get('C3B2A104')).toBe('shortened')
    expect(exact.get(BigInt(`0x${UID7}`).toString())).toBe('decimal')
    expect(exact.has(UID7)).toBe(false)
  })

  it('finds the card of a decimal number, and the longer card of a short one', () => {
    expect(otherSpellings('0169552957').exact.get(UID4)).toBe('decimal')
    expect(otherSpellings(UID4).begins).toContain(UID4)
  })

  it('knows none of a number that is no UID', () => {
    expect(otherSpellings('DE-ABC-123').exact.size).toBe(0)
  })
})
