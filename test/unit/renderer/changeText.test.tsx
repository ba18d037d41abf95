import { ChangeText } from '@renderer/features/events/ChangeText'
import { events as german } from '@renderer/i18n/de/events'
import { events } from '@renderer/i18n/en/events'
import { needWords } from '@renderer/i18n/neededWords'
import { events as chinese } from '@renderer/i18n/zh/events'
import i18next from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { afterAll, expect, test } from 'vitest'
import { nightBand } from '../../support/tariffs'

// What is drawn begins to load all words: it must not be cut off half way, as others then need them.
afterAll(() => needWords())

/** The text of a change of tariffs in a language. */
function told(language: 'en' | 'de' | 'zh', detail: Record<string, unknown>): string {
  const i18n = i18next.createInstance()
  const resources = { en: { events }, de: { events: german }, zh: { events: chinese } }
  i18n.init({ lng: language, resources, initAsync: false, interpolation: { escapeValue: false } })
  const entry = { id: 1, at: 0, actor: 'Ada', action: 'tariff-added', subject: '2026-01-01', detail } as const
  const drawn = renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <ChangeText entry={entry} />
    </I18nextProvider>,
  )
  return drawn.replaceAll(/<style.*?<\/style>|<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('the hours of a tariff that have a price of their own are told in words', () => {
  const band = (days: number[], milliMinor: number) => {
    const { pricePerKwhMilliMinor: _, ...hours } = nightBand(days)
    return { ...hours, pricePerKwh: { milliMinor, currency: 'CHF' } }
  }
  const every = band([1, 2, 3, 4, 5, 6, 7], 20_000)
  const bands = [every, { ...band([6, 7], 12_500), name: 'Weekend', fromMinute: 600, untilMinute: 1_440 }]
  expect(told('en', { bands })).toContain(
    'Times with a price of their own: Night (every day, 10:00 PM to 6:00 AM, CHF 0.20 per kWh) and ' +
      'Weekend (Sat, Sun, 10:00 AM to 12:00 AM, CHF 0.125 per kWh)',
  )
  expect(told('de', { bands: [every] })).toContain(
    'Zeiten mit eigenem Preis: Night (täglich, 22:00 bis 06:00, 0,20 CHF je kWh)',
  )
  expect(told('zh', { bands })).toContain('Weekend（周六、周日，10:00 至 00:00，每 kWh CHF 0.125）')
  // At first only how many they are was written down.
  expect(told('en', { bands: 2 })).toContain('Times with a price of their own: 2')
  expect(told('en', { bands: [] })).not.toContain('Times with')
})
