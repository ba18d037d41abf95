import type { NetworkInterfaceInfo } from 'node:os'
import { reachableUrls } from '@main/reachable'
import { expect, test } from 'vitest'

const entry = (address: string, internal = false): NetworkInterfaceInfo => {
  const common = { address, internal, netmask: '', mac: '', cidr: null }
  return address.includes(':') ? { ...common, family: 'IPv6', scopeid: 0 } : { ...common, family: 'IPv4' }
}
const OFFICE = {
  lo: [entry('127.0.0.1', true), entry('::1', true)],
  eth0: [entry('192.0.2.10'), entry('2001:db8::10'), entry('fe80::1')],
  wlan0: [entry('192.0.2.11'), entry('FE80::2')],
  gone: undefined,
}

test.each([
  ['0.0.0.0', OFFICE, ['ws://192.0.2.10:9000', 'ws://192.0.2.11:9000']],
  ['::', OFFICE, ['ws://192.0.2.10:9000', 'ws://[2001:db8::10]:9000', 'ws://192.0.2.11:9000']],
  ['192.0.2.11', OFFICE, ['ws://192.0.2.11:9000']],
  ['::1', OFFICE, ['ws://[::1]:9000']],
  // Without a network the charger can only be on this computer.
  ['0.0.0.0', { lo: OFFICE.lo }, ['ws://127.0.0.1:9000']],
  ['0.0.0.0', {}, ['ws://127.0.0.1:9000']],
  ['0.0.0.0', { a: OFFICE.eth0, b: OFFICE.eth0 }, ['ws://192.0.2.10:9000']],
])('bound to %s', (bound, interfaces, urls) => {
  expect(reachableUrls('ws', bound, 9000, interfaces)).toEqual(urls)
})
