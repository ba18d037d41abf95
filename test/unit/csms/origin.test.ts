import { originOf } from '@main/csms/listener/origin'
import { expect, test } from 'vitest'

const own = { scheme: 'http' as const, localAddress: '192.0.2.10', localPort: 9000 }

test.each([
  ['192.0.2.10:9000', 'http://192.0.2.10:9000'],
  ['Charge.Local:19000', 'http://charge.local:19000'],
  ['[2001:db8::1]:9000', 'http://[2001:db8::1]:9000'],
  // Without a port, and with nonsense: the connection knows better.
  ['charge.local', 'http://192.0.2.10:9000'],
  ['192.0.2.10', 'http://192.0.2.10:9000'],
  [undefined, 'http://192.0.2.10:9000'],
  ['evil.example:99999', 'http://192.0.2.10:9000'],
  ['user@evil.example:80', 'http://192.0.2.10:9000'],
  ['evil.example/x:80', 'http://192.0.2.10:9000'],
  ['a b:80', 'http://192.0.2.10:9000'],
])('Host %j leads to %s', (host, origin) => {
  expect(originOf({ host, ...own })).toBe(origin)
})

test('with TLS, the links have it too', () => {
  expect(originOf({ ...own, scheme: 'https', host: 'charge.local:8443' })).toBe('https://charge.local:8443')
  expect(originOf({ ...own, scheme: 'https', host: undefined, localPort: undefined })).toBe('https://192.0.2.10:443')
})

test('the own end of a connection is written as URLs want it', () => {
  const of = (localAddress: string) => originOf({ ...own, host: undefined, localAddress })
  expect(of('::ffff:192.0.2.10')).toBe('http://192.0.2.10:9000')
  expect(of('2001:db8::1')).toBe('http://[2001:db8::1]:9000')
  expect(of('fe80::1%eth0')).toBe('http://[fe80::1]:9000')
})
