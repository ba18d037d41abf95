import { connectText, endpointOf, PROGRAMS } from '@renderer/features/devices/connectTexts'
import { draftOf, isWide, linesOf, problemLine, readDraft } from '@renderer/features/devices/policyDraft'
import { shownDevices } from '@renderer/features/devices/shownDevices'
import { shownTokens, type TOKENS_SHOWN } from '@renderer/features/devices/shownTokens'
import { tokenState } from '@renderer/features/devices/tokenState'
import type { Device, DeviceToken } from '@shared/contract/devices'
import { isClientId } from '@shared/devices/clientId'
import { describe, expect, test } from 'vitest'

const device = (clientId: string, state: Device['state'], label = ''): Device => ({
  id: 1,
  clientId,
  label,
  state,
  type: 'MQTT',
  serviceCode: '',
  deviceType: '',
  token: { id: 1, name: 'T' },
  certificate: null,
  requestId: null,
  createdAt: 0,
  lastSeenAt: null,
  connected: false,
  messagesPerMinute: 0,
  policy: { clientIds: [], read: [], write: [] },
})
const names = (devices: readonly Device[]) => devices.map(({ clientId }) => clientId)

test('those that wait come first, and those that left only when they are searched for', () => {
  const all = [device('b', 'active'), device('a', 'gone'), device('c', 'waiting'), device('d', 'revoked', 'Cellar')]
  expect(names(shownDevices(all, '', 'all', 'en'))).toEqual(['c', 'b', 'd'])
  expect(names(shownDevices(all, 'a', 'all', 'en'))).toEqual(['a', 'd'])
  expect(names(shownDevices(all, ' CELL', 'all', 'en'))).toEqual(['d'])
  expect(names(shownDevices(all, '', 'waiting', 'en'))).toEqual(['c'])
})

describe('rights as they are typed', () => {
  test('are a filter a line', () => {
    const policy = { read: ['a/#', 'b/+'], write: ['c'], clientIds: ['x'] }
    expect(readDraft(draftOf(policy))).toEqual(policy)
    expect(linesOf(' a \n\n a\nb')).toEqual(['a', 'b'])
  })

  test('name the line that can not be taken', () => {
    expect(problemLine('read', 'a\n\nb/#/c')).toBe(3)
    expect(problemLine('clientIds', 'a/b')).toBe(1)
    expect(readDraft({ read: 'a#', write: '', clientIds: '' })).toBeNull()
  })

  test('are known to be wide', () => {
    expect(['#', '+/x', 'a\n#', 'a/#'].map(isWide)).toEqual([true, true, true, false])
  })
})

test('a token is good until it is used up or over', () => {
  const token: DeviceToken = {
    id: 1,
    name: 'T',
    signing: 'desk',
    usesMax: 2,
    uses: 1,
    policy: { clientIds: [], read: [], write: [] },
    madeAt: 0,
    madeBy: 'x',
    endsAt: 10,
    endedAt: null,
    lastUsedAt: null,
  }
  expect(tokenState(token, 5)).toBe('good')
  expect(tokenState({ ...token, uses: 2 }, 5)).toBe('spent')
  expect(tokenState(token, 10)).toBe('ended')
  expect(tokenState({ ...token, endedAt: 1 }, 5)).toBe('ended')
  const others = [{ ...token, name: 'Cellar', endedAt: 1 }, token]
  const shown = (search: string, show: (typeof TOKENS_SHOWN)[number]) =>
    shownTokens(others, { search, show }, 5, (actor) => `by ${actor}`)
  expect(shown('', 'all')).toEqual(others)
  expect(shown(' CELL', 'all')).toEqual([others[0]])
  expect(shown('by x', 'all')).toEqual(others)
  expect(shown('', 'good')).toEqual([token])
  expect(shown('cell', 'good')).toEqual([])
})

test('settings name the address, and the port without ALPN where there is one', () => {
  const endpoint = endpointOf('https://192.0.2.10:8443', 'mqtts://192.0.2.10:8884')
  expect(endpoint).toEqual({ host: '192.0.2.10', port: 8443, mqttPort: 8884 })
  if (!endpoint) return
  for (const program of PROGRAMS)
    expect(connectText(program, endpoint)).toMatch(/192\.0\.2\.10[\s\S]*CLIENT_ID|CLIENT_ID[\s\S]*192\.0\.2\.10/)
  // A request that waits at the desk is answered without a certificate: the file must not be taken for one.
  expect(connectText('enrol', endpoint)).toMatch(/until curl -sSf[\s\S]*jq -re [\s\S]*do sleep \d+; done/)
  expect(connectText('homeAssistant', endpoint)).toContain('Port: 8884')
  expect(connectText('homeAssistant', { ...endpoint, mqttPort: null })).toContain('Port: 8883')
  // Home Assistant says there that it has come, and that it has gone: else it is turned away.
  expect(connectText('homeAssistant', endpoint)).toMatch(/May write:\nhomeassistant\/status/)
  const onItsOwn = { host: '192.0.2.10', port: 443, mqttPort: null }
  expect(endpointOf('https://192.0.2.10:443', undefined)).toEqual(onItsOwn)
  expect(endpointOf('https://192.0.2.10', undefined)).toEqual(onItsOwn)
  // The builder of the AWS SDK asks for MQTT by itself on port 443 alone.
  expect(connectText('aws', endpoint)).toMatch(/mqtt_connection_builder[\s\S]*port=8884/)
  expect(connectText('aws', onItsOwn)).toMatch(/mqtt_connection_builder[\s\S]*port=443/)
  const other = connectText('aws', { ...endpoint, mqttPort: null })
  expect(other).not.toContain('mqtt_connection_builder')
  expect(other).toMatch(/alpn_list = \["x-amzn-mqtt-ca"\][\s\S]*port=8443/)
  expect(endpointOf(undefined, undefined)).toBeNull()
})

test('a client id is what both a certificate and a topic can have', () => {
  expect(['a', 'meter-1.x_y:z=@', 'A'.repeat(64)].every(isClientId)).toBe(true)
  expect(['', 'a/b', '+', '#', '$x', '-a', 'a b', 'ä', 'A'.repeat(65)].some(isClientId)).toBe(false)
})
