import { watchAddresses } from '@main/ports/addressWatch'
import { expect, test } from 'vitest'

const entry = (address: string) => ({
  address,
  family: 'IPv4' as const,
  internal: false,
  netmask: '',
  mac: '',
  cidr: null,
})

test('other addresses are told once, their order is none', () => {
  let addresses = ['192.0.2.10', '198.51.100.4']
  let told = 0
  const watch = watchAddresses({
    bind: '0.0.0.0',
    interfaces: () => ({ eth: addresses.map(entry) }),
    everyMs: 1_000_000,
    onChange: () => {
      told += 1
    },
  })
  addresses = ['198.51.100.4', '192.0.2.10']
  watch.look()
  expect(told).toBe(0)
  addresses = ['192.0.2.77']
  watch.look()
  watch.look()
  expect(told).toBe(1)
  watch.stop()
})

test('an address that is bound by its number does not change', () => {
  let told = 0
  let addresses = ['192.0.2.10']
  const interfaces = () => ({ eth: addresses.map(entry) })
  const watch = watchAddresses({ bind: '192.0.2.10', interfaces, everyMs: 1_000_000, onChange: () => (told += 1) })
  addresses = []
  watch.look()
  expect(told).toBe(0)
  watch.stop()
})
