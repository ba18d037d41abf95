import { noticeLines } from '@renderer/features/notices/noticeFacts'
import { notices } from '@renderer/i18n/en/notices'
import { PROTOCOLS } from '@shared/ocpp/station'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ADAPTERS } from '../../support/ocppTable'

const textOf = (action: string, payload: Record<string, unknown>) => {
  const { lines, more } = noticeLines({ action, payload })
  const texts = lines.map((line) => line.map(({ name, value }) => `${name}=${value}`).join(' '))
  return more === 0 ? texts : [...texts, `+${more}`]
}

test.each([
  ['FirmwareStatusNotification', { status: 'Installed' }, ['status=Installed']],
  [
    'LogStatusNotification',
    { status: 'UploadFailure', statusInfo: { reasonCode: 'InvalidURL', additionalInfo: 'no route' } },
    ['status=UploadFailure reason=InvalidURL detail=no route'],
  ],
  [
    'NotifyEvent',
    {
      eventData: [
        { actualValue: 'true', component: { name: 'Connector', evse: { id: 2 } }, variable: { name: 'Problem' } },
        { actualValue: '0', component: { name: 'Fan' }, variable: { name: 'Speed' }, techInfo: 'stuck' },
      ],
    },
    ['component=Connector evse=2 variable=Problem value=true', 'component=Fan variable=Speed value=0 detail=stuck'],
  ],
  ['DataTransfer', { vendorId: 'v', data: { a: [1] } }, ['vendor=v text={"a":[1]}']],
  ['NotifyPriorityCharging', { transactionId: 't', activated: false }, ['session=t active=false']],
  [
    'NotifyPeriodicEventStream',
    { id: 0, data: [1, 2, 3, 4, 5].map((v) => ({ v: `${v}` })) },
    ['stream=0', 'value=1', 'value=2', 'value=3', '+2'],
  ],
  ['SomethingElse', { a: 1 }, []],
] as const)('%s %j', (action, payload, lines) => {
  expect(textOf(action, payload)).toEqual(lines)
})

test('whatever stands in a message, what is not where it should be is left out', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(notices.action), 'toString'),
      fc.dictionary(
        fc.constantFrom('eventData', 'status', 'data', 'meterValue', 'statusInfo', 'id', '__proto__', 'evseId'),
        fc.jsonValue(),
      ),
      (action, payload) => {
        for (const line of noticeLines({ action, payload }).lines) {
          for (const { name, value } of line)
            expect([typeof notices.fact[name], value === '']).toEqual(['string', false])
        }
      },
    ),
  )
})

describe.each(PROTOCOLS)('%s', (protocol) => {
  test('every message that becomes a notice has a sentence', () => {
    const kept = [...ADAPTERS[protocol].incoming.values()].filter(({ note }) => note.includes('notice'))
    expect(kept.map(({ action }) => action).filter((action) => !Object.hasOwn(notices.action, action))).toEqual([])
    expect(kept.length).toBeGreaterThan(3)
  })
})
