import { reverseBytes } from '@shared/cardNumbers/uid'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { environment } from '../../support/environment'
import { type Journey, openJourney } from '../../support/journey'
import type { Console } from '../../support/pages/console'
import { preparePcscd, type TestPcscd } from '../../support/pcscd'
import { layCard } from '../../support/virtualCard'

describe.skipIf(environment.chromium === null || environment.pcscd === null)('a reader on the desk', () => {
  let pcscd: TestPcscd
  let site: Journey
  beforeAll(async () => {
    pcscd = await preparePcscd()
    await pcscd.start()
    site = await openJourney(pcscd.env)
  })
  afterEach((test) => site.leave(test))
  afterAll(async () => {
    await site?.close()
    await pcscd.close()
  })

  /** Lays a card on the reader until `seen` is there, and takes it off again. */
  const tap = async ({ page }: Console, uid: string, seen: { waitFor(): Promise<void> }) => {
    const card = await layCard(pcscd.port, uid)
    await seen.waitFor()
    // By the text alone: a drawer hides the strip from those who can't see.
    await page.getByText('Card on Virtual PCD').waitFor()
    await card.remove()
    await page.getByText('2 readers ready').waitFor()
  }

  it('enrols a card, opens it when it is known, and enrols a box of them', async () => {
    const console = await site.console()
    await console.readers.state('2 readers ready').waitFor()
    await console.goTo('Cards')
    const form = console.cards.enrolForm
    await tap(console, '04A1B2C3D4E520', form)
    expect(await form.getByRole('textbox', { name: 'Card number' }).inputValue()).toBe('04A1B2C3D4E520')
    await form.getByRole('textbox', { name: 'Holder' }).fill('Anna Berg')
    // Another card than it was meant for: what was typed stays.
    await tap(console, 'E004015012345678', form.getByText('ISO 15693', { exact: false }))
    expect(await form.getByRole('textbox', { name: 'Holder' }).inputValue()).toBe('Anna Berg')
    await console.cards.enrol({ label: 'white card' })
    await console.cards.row('E004015012345678').getByText('white card').waitFor()

    await console.goTo('Overview')
    const notice = console.page.getByText('Card of Anna Berg (E004015012345678)')
    await tap(console, 'E004015012345678', notice)
    await console.page.getByRole('button', { name: 'Open card' }).click()
    await console.cards.drawer('E004015012345678').waitFor()
    await tap(console, '08112233', console.page.getByText('shows another number with every tap'))
    await console.page.keyboard.press('Escape')

    await console.page.getByRole('link', { name: 'Enrol many' }).click()
    const { box } = console.readers
    await box.getByRole('textbox', { name: 'Label of each' }).fill('Visitor #')
    for (const [index, uid] of ['04DDEEFF112201', '04DDEEFF112202', '04DDEEFF112203'].entries()) {
      await tap(console, uid, box.getByText(`Visitor ${index + 1}`, { exact: true }))
    }
    await tap(console, 'E004015012345678', box.getByText('Was enrolled already'))
    await box.getByRole('button', { name: 'Undo card 04DDEEFF112202' }).click()
    await box.getByText('Taken back').waitFor()
    await box.getByText('2 cards enrolled').waitFor()
    expect(await findingsOf(console.page)).toEqual([])
    await box.getByRole('button', { name: 'Done' }).click()
    await console.cards.row('04DDEEFF112203').getByText('Visitor 3').waitFor()
    await console.cards.row('04DDEEFF112202').waitFor({ state: 'detached' })

    // A lost card is replaced by laying the new one on the reader, which may be one of another kind.
    const lost = await console.cards.open('04DDEEFF112203')
    await lost.getByRole('button', { name: 'Replace lost card' }).click()
    const number = lost.getByRole('textbox', { name: 'Number of the new card' })
    const filled = { waitFor: () => expect.poll(() => number.inputValue()).toBe('E004015012340099') }
    await tap(console, 'E004015012340099', filled)
    await lost.getByRole('button', { name: 'Block and replace' }).click()
    await console.cards.drawer('E004015012340099').getByText('ISO 15693', { exact: false }).waitFor()
  })

  it('teaches how a charger writes numbers, which then knows the card', async () => {
    const uid = '04B1B2B3B4B5B6'
    const console = await site.console()
    await console.goTo('Stations')
    await console.stations.add('KEBA_1')
    const charger = site.charger({ identity: 'KEBA_1', version: '1.6' })
    charger.start()
    await charger.waitFor('ready', undefined, { from: 'history' })
    await console.goTo('Cards')
    await tap(console, uid, console.cards.enrolForm)
    await console.cards.enrol({ holder: 'Ravi Patel' })

    const turned = { value: reverseBytes(uid), type: 'ISO14443' } as const
    expect(await charger.presentCard(1, turned)).toMatchObject({ outcome: 'refused' })
    await console.page.getByRole('link', { name: `Enrol card ${turned.value}` }).click()
    await console.cards.enrolForm.getByText('the same number with its bytes the other way round').waitFor()
    await console.cards.enrolForm.getByRole('link', { name: 'Calibrate a charger' }).click()

    const { drawer } = console.readers
    await drawer.getByRole('button', { name: 'Calibrate a charger' }).click()
    await drawer.getByRole('combobox', { name: 'Charger' }).click()
    await console.page.getByRole('option', { name: 'KEBA_1' }).click()
    await tap(console, uid, drawer.getByText('Waiting for a card at KEBA_1'))
    expect(await charger.presentCard(1, turned)).toMatchObject({ outcome: 'refused' })
    await drawer.getByText(`at KEBA_1 ${turned.value}: hex, bytes in reverse order`).waitFor()
    expect(await findingsOf(console.page)).toEqual([])
    await drawer.getByRole('button', { name: 'Apply' }).click()
    await drawer.getByText('Applied: hex, bytes in reverse order.').waitFor()
    expect(await charger.presentCard(1, turned)).toMatchObject({ outcome: 'started' })
    await console.page.keyboard.press('Escape')
    await console.goTo('Overview')
    await console.overview.tile('KEBA_1').getByText('Ravi Patel').waitFor()
  })

  it('says what is wrong and what to do when the service is gone, and finds it again', async () => {
    const console = await site.console()
    await console.readers.state('2 readers ready').waitFor()
    await pcscd.kill()
    await console.readers.state('Smart-card service not running').click()
    await console.readers.explained.getByText('systemctl enable --now pcscd').waitFor()
    expect(await findingsOf(console.page)).toEqual([])
    await pcscd.start()
    await console.readers.explained.getByText('Virtual PCD 00 00: ready').waitFor()
  })
})

describe.skipIf(environment.chromium === null)('a reader that types', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  it('enrols a card, and never takes what is typed in a field', async () => {
    const console = await site.console()
    const { page, readers } = console
    await console.goTo('Cards')
    const form = console.cards.enrolForm
    await readers.scan('04a1b2c3d4e530', form)
    expect(await form.getByRole('textbox', { name: 'Card number' }).inputValue()).toBe('04A1B2C3D4E530')

    // In a field every key is the field's, however fast it comes.
    await form.getByRole('textbox', { name: 'Label' }).focus()
    await page.keyboard.type('04A1B2C3D4E531', { delay: 15 })
    expect(await form.getByRole('textbox', { name: 'Label' }).inputValue()).toBe('04A1B2C3D4E531')
    expect(await form.getByRole('textbox', { name: 'Card number' }).inputValue()).toBe('04A1B2C3D4E530')
    await console.cards.enrol({ holder: 'Anna Berg', label: 'fob' })
    await console.cards.row('04A1B2C3D4E530').getByText('Anna Berg').waitFor()

    // A decimal could be several cards, until one whose number is known was scanned.
    const scanNow = page.getByRole('textbox', { name: 'Scan now' })
    await scanNow.fill('0077705923')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Teach the reader' }).click()
    const { drawer } = readers
    await drawer.getByRole('button', { name: 'Teach the reader' }).click()
    await drawer.getByRole('textbox', { name: 'Number of a known card' }).fill('04 A1 B2 C3')
    const learnt = drawer.getByText(/^Learnt from card 04A1B2C3.*decimal with 10 digits, bytes in reverse order\.$/)
    const field = drawer.getByRole('textbox', { name: 'The same card at the reader that types' })
    await field.focus()
    await readers.scan('3283263748', learnt)
    expect(await findingsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await readers.scan('0439041101', form)
    expect(await form.getByRole('textbox', { name: 'Card number' }).inputValue()).toBe('4D3C2B1A')
  })
})
