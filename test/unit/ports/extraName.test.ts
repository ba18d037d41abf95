import { readExtraName, withExtraNames } from '@main/ports/extraName'
import { expect, test } from 'vitest'

test.each([
  [' OCPP.Example.ORG. ', { kind: 'dns', text: 'ocpp.example.org' }],
  ['charging-pc', { kind: 'dns', text: 'charging-pc' }],
  ['größe.example', { kind: 'dns', text: 'xn--gre-6ka8i.example' }],
  ['203.0.113.7', { kind: 'address', text: '203.0.113.7' }],
  ['2001:DB8:0::7', { kind: 'address', text: '2001:db8::7' }],
  ['[2001:db8::7]', { kind: 'address', text: '2001:db8::7' }],
])('%s is taken', (typed, name) => {
  expect(readExtraName(typed)).toEqual(name)
})

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['wss://ocpp.example.org', 'with-scheme'],
  ['ocpp.example.org/ocpp', 'with-path'],
  ['ocpp.example.org:8443', 'with-port'],
  ['203.0.113.7:8443', 'with-port'],
  ['[2001:db8::7]:8443', 'with-port'],
  ['*.example.org', 'wildcard'],
  ['fe80::1%eth0', 'with-zone'],
  ['0.0.0.0', 'any-address'],
  ['0:0::0', 'any-address'],
  ['203.0.113.700', 'bad-address'],
  ['203.0.113', 'bad-address'],
  ['0x7f000001', 'bad-address'],
  ['2001:db8::7::1', 'bad-address'],
  ['charging_pc', 'bad-name'],
  ['charging pc', 'bad-name'],
  ['-pc.example.org', 'bad-name'],
  ['ocpp..example.org', 'bad-name'],
  [`${'a'.repeat(64)}.org`, 'bad-name'],
  [`${'a.'.repeat(127)}org`, 'too-long'],
])('%s is refused: %s', (typed, problem) => {
  expect(readExtraName(typed)).toEqual({ kind: 'bad', problem })
})

test('what the manager added comes first, once each', () => {
  const found = { dns: ['office-pc', 'localhost'], addresses: ['192.0.2.10', '127.0.0.1'] }
  expect(withExtraNames(found, ['ocpp.example.org', '203.0.113.7', 'office-pc', '192.0.2.10'])).toEqual({
    dns: ['ocpp.example.org', 'office-pc', 'localhost'],
    addresses: ['203.0.113.7', '192.0.2.10', '127.0.0.1'],
  })
})
