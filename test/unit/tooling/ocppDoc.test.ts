import { PROTOCOLS } from '@shared/ocpp/station'
import { describe, expect, test } from 'vitest'
import {
  ADAPTERS,
  FROM_STATIONS,
  missingActions,
  ocppDocument,
  officialActions,
  toStations,
} from '../../support/ocppTable'

test('docs/ocpp.md says what the code does; `npm run docs:ocpp` writes it anew', async () => {
  await expect(ocppDocument()).toMatchFileSnapshot('../../../docs/ocpp.md')
})

describe.each(PROTOCOLS)('%s', (protocol) => {
  test('every message that stations send is handled, and nothing that the version does not have', () => {
    expect(missingActions('from', protocol)).toEqual([])
    const handled = [...ADAPTERS[protocol].incoming.keys()]
    expect(handled.toSorted()).toEqual(FROM_STATIONS[protocol].toSorted())
    expect(officialActions(protocol)).toEqual(expect.arrayContaining(handled))
  })

  test('every message that goes to stations can be sent, and nothing that the version does not have', () => {
    expect(missingActions('to', protocol)).toEqual([])
    expect([...ADAPTERS[protocol].outgoing.keys()].toSorted()).toEqual(toStations(protocol).toSorted())
  })

  test('every action says in a line what is done with it', () => {
    const { incoming, outgoing } = ADAPTERS[protocol]
    for (const { action, note } of [...incoming.values(), ...outgoing.values()]) {
      expect(note, action).toMatch(/^[A-Z][^|\n]{10,}$/)
    }
  })
})
