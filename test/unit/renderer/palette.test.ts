import { places } from '@renderer/app/palette/places'
import { ranked } from '@renderer/app/palette/rank'
import { needsOf, roleMay } from '@shared/contract/scopes'
import { describe, expect, it } from 'vitest'

const line = (title: string, also = '') => ({ title, also })
const titles = (entries: readonly { title: string }[]) => entries.map(({ title }) => title)

describe('what the palette finds', () => {
  const lines = [
    line('Settings'),
    line('CP_10', 'Yard Nordvolt'),
    line('Enrol card', 'Cards'),
    line('Cards'),
    line('CP_1', 'Müller'),
    line('Scorecards'),
  ]

  it('is everything in its order as long as nothing is wanted', () => {
    expect(ranked(lines, '  ')).toEqual(lines)
  })

  it('has every word somewhere, whatever its case and accents', () => {
    expect(titles(ranked(lines, 'muller'))).toEqual(['CP_1'])
    expect(titles(ranked(lines, 'cp_1 YARD'))).toEqual(['CP_10'])
    expect(ranked(lines, 'cp_1 nobody')).toEqual([])
  })

  it('begins with what begins so, then with words that do, then with the rest', () => {
    expect(titles(ranked(lines, 'card'))).toEqual(['Cards', 'Enrol card', 'Scorecards'])
  })

  it('goes by the name before all that is only known by it', () => {
    expect(titles(ranked([line('Enrol many', 'Cards'), line('Lost cards')], 'cards'))).toEqual([
      'Lost cards',
      'Enrol many',
    ])
  })
})

it('offers whoever only looks no place where nothing but the reason would stand', () => {
  const closed = places.filter(({ call }) => call !== null && !roleMay('viewer', needsOf(call.split('.'), undefined)))
  expect(closed.map(({ to }) => to)).toEqual([
    '/cards/enrol',
    '/cards/box',
    '/cards/import',
    '/stations/new',
    '/settings/people',
    '/settings/scripts',
  ])
})
