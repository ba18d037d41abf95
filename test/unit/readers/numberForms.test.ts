import { createCards } from '@main/cards/cards'
import { withdrawCard } from '@main/cards/withdrawal'
import { createChanges } from '@main/changes'
import { createNumberForms } from '@main/readers/numberForms'
import { createReaders } from '@main/readers/readers'
import { createStations } from '@main/stations/stations'
import { reverseBytes } from '@shared/cardNumbers/uid'
import { EnrolRequest } from '@shared/contract/cards'
import type { IdTokenType } from '@shared/ocpp/idToken'
import pino from 'pino'
import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore } from '../../support/testStore'

const NOW = Date.UTC(2026, 10, 22)
const UID = '04A1B2C3D4E5F6'
const TWIN = '04A1B2C3999999'

function open() {
  const store = openTestStore()
  const changes = createChanges()
  const clock = () => NOW
  const stations = createStations({ store, clock, changes })
  const forms = createNumberForms({ store, clock, changes, stations })
  const cards = createCards({ store, clock, changes, numbers: forms })
  const readers = createReaders({ store, clock, changes, forms, log: pino({ level: 'silent' }) })
  const enrol = async (token: string, tokenType: IdTokenType = 'ISO14443') => {
    const outcome = await cards.enrol('test', EnrolRequest.parse({ token, tokenType }))
    if (outcome.kind !== 'enrolled') throw new Error(outcome.kind)
    return outcome.card
  }
  const register = async (identity: string, model: string | null) => {
    const { stationId } = await stations.register('test', identity, '', '')
    if (model !== null) {
      await stations.booted(stationId, { vendor: 'KEBA', model, serialNumber: null, firmware: null })
    }
    return stationId
  }
  const calibrate = (
    stationId: number,
    seen: string,
    more: { scope?: 'model'; acceptLeftOut?: true; uid?: string } = {},
  ) => forms.calibrate('test', { stationId, uid: UID, seen, scope: 'station', acceptLeftOut: false, ...more })
  return { store, changes, clock, stations, forms, cards, readers, enrol, register, calibrate }
}

let site: ReturnType<typeof open>
let stationId: number
const idTag = (value: string) => ({ value, type: null })

beforeEach(async () => {
  site = open()
  stationId = await site.register('CP_1', 'P30')
})

describe('a charger that turns numbers round', () => {
  it('is believed from the calibration on, in both directions', async () => {
    const card = await site.enrol(UID)
    const turned = reverseBytes(UID)
    expect(site.cards.present(stationId, idTag(turned)).status).toBe('unknown')
    expect(await site.calibrate(stationId, turned.toLowerCase())).toMatchObject({ kind: 'applied' })
    expect(site.cards.present(stationId, idTag(turned))).toMatchObject({ status: 'accepted', cardId: card.id })
    expect(site.forms.cardFor(stationId, { value: turned, type: 'ISO14443' })).toEqual({ value: UID, type: 'ISO14443' })
    expect(site.forms.numberFor(stationId, { value: UID, type: 'ISO14443' }).value).toBe(turned)
    // What is no UID is never touched.
    expect(site.forms.numberFor(stationId, { value: 'DE-ABC-123', type: 'eMAID' }).value).toBe('DE-ABC-123')
    expect(site.forms.cardFor(stationId, { value: turned, type: 'eMAID' }).value).toBe(turned)
  })

  it('is the only one that is believed', async () => {
    await site.enrol(UID)
    const other = await site.register('CP_2', 'P30')
    await site.calibrate(stationId, reverseBytes(UID))
    expect(site.cards.present(other, idTag(reverseBytes(UID))).status).toBe('unknown')
    await site.calibrate(stationId, reverseBytes(UID), { scope: 'model' })
    expect(site.cards.present(other, idTag(reverseBytes(UID))).status).toBe('accepted')
    // Its own calibration goes before that of its model.
    expect(await site.calibrate(other, '04A1B2C3', { acceptLeftOut: true })).toMatchObject({ kind: 'applied' })
    expect(site.cards.present(other, idTag(reverseBytes(UID))).status).toBe('unknown')
  })

  it('is still asked for the card that is enrolled under just the number it sends', async () => {
    await site.enrol(UID)
    const odd = await site.enrol(reverseBytes(UID))
    await site.calibrate(stationId, reverseBytes(UID))
    expect(site.cards.present(stationId, idTag(reverseBytes(UID))).cardId).toBe(odd.id)
  })

  it('tells of an unknown card by the number that it will be enrolled under', async () => {
    await site.calibrate(stationId, reverseBytes(UID))
    site.cards.present(stationId, idTag(reverseBytes(UID)))
    await site.store.writer.write(() => {})
    expect(site.cards.unknown().map(({ token }) => token)).toEqual([UID])
    // What it wrote is kept, for the next calibration.
    expect(site.readers.presentedAt(stationId, NOW)).toEqual([{ token: reverseBytes(UID), at: NOW, known: false }])
    await site.enrol(UID)
    expect(site.cards.unknown()).toEqual([])
    expect(site.cards.present(stationId, idTag(reverseBytes(UID))).status).toBe('accepted')
  })

  it('is told by their numbers of cards that it showed before it was calibrated', async () => {
    await site.enrol(UID)
    const other = '04FFEEDDCCBBAA'
    for (const uid of [UID, other]) site.cards.present(stationId, idTag(reverseBytes(uid)))
    const elsewhere = await site.register('CP_2', 'other')
    site.cards.present(elsewhere, idTag('11223344556604'))
    await site.store.writer.write(() => {})
    expect(site.cards.countUnknown()).toBe(3)
    await site.calibrate(stationId, reverseBytes(UID))
    const unknown = site.cards.unknown().map(({ token, stationId: at }) => [token, at])
    expect(unknown.toSorted()).toEqual([
      [other, stationId],
      ['11223344556604', elsewhere],
    ])
  })

  it('is remembered after a restart, and forgotten on request', async () => {
    await site.calibrate(stationId, reverseBytes(UID))
    const { store, clock, changes, stations } = site
    const again = createNumberForms({ store, clock, changes, stations })
    const [form] = again.all()
    expect(form).toMatchObject({
      scope: { kind: 'station', stationId, stationIdentity: 'CP_1' },
      learntFrom: UID,
      seenAs: reverseBytes(UID),
      learntAt: NOW,
    })
    expect(await again.forget('test', form?.id ?? 0)).toBe(true)
    expect(await again.forget('test', form?.id ?? 0)).toBe(false)
    expect(again.all()).toEqual([])
  })
})

describe('a charger that leaves bytes out', () => {
  it('is not believed unless that is accepted', async () => {
    expect(await site.calibrate(stationId, '04A1B2C3')).toMatchObject({ kind: 'leaves-out' })
    expect(site.forms.all()).toEqual([])
  })

  it('means the one card that begins so, and none when there are two', async () => {
    const card = await site.enrol(UID)
    await site.calibrate(stationId, '04A1B2C3', { acceptLeftOut: true })
    expect(site.cards.present(stationId, idTag('04A1B2C3')).cardId).toBe(card.id)
    expect(site.forms.numberFor(stationId, { value: UID, type: 'ISO14443' }).value).toBe('04A1B2C3')
    await site.enrol(TWIN)
    expect(site.cards.present(stationId, idTag('04A1B2C3')).status).toBe('unknown')
  })

  it('means no card by less than it was seen to give', async () => {
    await site.enrol(UID)
    await site.calibrate(stationId, '04A1B2C3', { acceptLeftOut: true })
    expect(site.cards.present(stationId, idTag('04A1B2')).status).toBe('unknown')
    expect(site.cards.present(stationId, idTag('04A1B2C3D4')).status).toBe('unknown')
  })
})

it('matches no card by its beginning or its end without a calibration', async () => {
  await site.enrol(UID)
  for (const number of [
    '04A1B2C3',
    'C3B2A104',
    reverseBytes(UID),
    'C3D4E5F6',
    `${UID}00`,
    BigInt(`0x${UID}`).toString(),
  ]) {
    expect(site.cards.present(stationId, idTag(number)).status).toBe('unknown')
  }
})

describe('calibrations that tell nothing', () => {
  it.each([
    ['plain', UID],
    ['no-spelling', 'DEADBEEF'],
    ['no-spelling', TWIN],
  ])('are %s for %s', async (kind, seen) => {
    expect((await site.calibrate(stationId, seen)).kind).toBe(kind)
    expect(site.forms.all()).toEqual([])
  })

  it('forget what was known when the charger turns out to write plain numbers', async () => {
    await site.calibrate(stationId, reverseBytes(UID))
    expect(await site.calibrate(stationId, UID)).toEqual({ kind: 'plain' })
    expect(site.forms.all()).toEqual([])
  })

  it('can not be for a model that nobody knows', async () => {
    const quiet = await site.register('CP_3', null)
    expect(await site.calibrate(quiet, reverseBytes(UID), { scope: 'model' })).toEqual({ kind: 'no-model' })
    await expect(site.calibrate(999, reverseBytes(UID))).rejects.toThrow()
  })
})

describe('what a keyboard reader types', () => {
  it('is taken as it is in hex, and refused in decimal, until one card taught it', async () => {
    expect(site.forms.typed('04a1b2c3d4e5f6')).toEqual({ kind: 'card', token: UID, tokenType: 'ISO14443', card: null })
    expect(site.forms.typed('08A1B2C3')).toEqual({ kind: 'refused', reason: 'random-uid' })
    expect(site.forms.typed('0169552957')).toEqual({ kind: 'refused', reason: 'unknown-form' })
    expect(await site.forms.learnKeyboard('test', '0A1B2C3D', '0169552957')).toMatchObject({ kind: 'form' })
    expect(site.forms.typed('169552957')).toMatchObject({ kind: 'card', token: '0A1B2C3D' })
    expect(await site.forms.forgetKeyboard('test')).toBe(true)
    expect(site.forms.typed('0169552957')).toEqual({ kind: 'refused', reason: 'unknown-form' })
  })

  it('never becomes the number of a card that it can not tell', async () => {
    await site.forms.learnKeyboard('test', UID, '0077705923')
    expect(site.forms.keyboard()?.form.keep).toEqual({ end: 'first', bytes: 4 })
    expect(site.forms.typed('0077705923')).toEqual({ kind: 'refused', reason: 'cut-uid' })
    const card = await site.enrol(UID)
    expect(site.forms.typed('0077705923')).toMatchObject({ kind: 'card', token: UID, card: { id: card.id } })
    await site.enrol(TWIN)
    expect(site.forms.typed('0077705923')).toEqual({ kind: 'refused', reason: 'unknown-form' })
  })

  it('is the card that is enrolled under just that', async () => {
    const card = await site.enrol('0169552957', 'Central')
    expect(site.forms.typed('0169552957')).toMatchObject({ card: { id: card.id }, tokenType: 'Central' })
  })
})

describe('other spellings of a card', () => {
  it.each([
    [UID, reverseBytes(UID), 'reversed'],
    [UID, '04A1B2C3', 'longer'],
    ['04A1B2C3', UID, 'shortened'],
    ['C3B2A104', UID, 'shortened'],
    [UID, 'D4E5F6', null],
    ['0A1B2C3D', '0169552957', 'decimal'],
    ['0169552957', '0A1B2C3D', 'decimal'],
    [UID, 'F6E5D4C3', 'longer'],
    [UID, 'DEADBEEF', null],
    [UID, UID, null],
  ])('%s is named for %s: %s', async (enrolled, typed, how) => {
    const card = await site.enrol(enrolled)
    const found = site.readers.otherSpellings(typed)
    expect(found.map((one) => [one.card.id, one.how])).toEqual(how === null ? [] : [[card.id, how]])
  })
})

describe('an enrolment that is taken back', () => {
  const withdraw = (cardId: number, at = NOW) =>
    withdrawCard({ clock: () => at, changes: site.changes, write: site.cards.writeCards }, 'test', cardId)

  it('is gone, and can be made again', async () => {
    const card = await site.enrol(UID)
    expect(site.cards.present(stationId, idTag('DEADBEEF')).status).toBe('unknown')
    expect(await withdraw(card.id)).toBe('withdrawn')
    expect(await withdraw(card.id)).toBe('already-gone')
    expect(site.cards.present(stationId, idTag(UID)).status).toBe('unknown')
    expect((await site.enrol(UID)).id).toBeGreaterThan(card.id)
  })

  it('stays when the card was presented, or is older than a day', async () => {
    const card = await site.enrol(UID)
    expect(await withdraw(card.id, NOW + 25 * 3_600_000)).toBe('in-use')
    site.cards.present(stationId, idTag(UID))
    await site.store.writer.write(() => {})
    expect(await withdraw(card.id)).toBe('in-use')
  })
})
