import { readCaller } from '@main/csms/listener/caller'
import { describe, expect, test } from 'vitest'

const call = (url: string | undefined, protocols?: string) =>
  readCaller({ url, headers: protocols === undefined ? {} : { 'sec-websocket-protocol': protocols } })

describe('the identity', () => {
  test.each([
    ['/CP_1', 'CP_1'],
    ['/CP_1/', 'CP_1'],
    ['/ocpp/CP_1', 'CP_1'],
    ['/a/b/c//CP_1', 'CP_1'],
    ['/CP_1?token=1', 'CP_1'],
    ['/CP_1#x', 'CP_1'],
    ['/CP%201', 'CP 1'],
    ['/caf%C3%A9', 'café'],
    ['/100%', '100%'],
    ['/DE*ABC*E1', 'DE*ABC*E1'],
    [`/${'x'.repeat(48)}`, 'x'.repeat(48)],
  ])('of %s is %s', (url, identity) => {
    expect(call(url, 'ocpp1.6')).toEqual({ kind: 'station', identity, protocol: 'ocpp1.6' })
  })

  test.each(['/', '', '//', '/?x=CP_1', undefined])('is missing in %s: 404 says how to write it', (url) => {
    expect(call(url, 'ocpp1.6')).toMatchObject({
      kind: 'refused',
      status: 404,
      message: expect.stringContaining('CP_1'),
    })
  })

  test.each([
    `/${'x'.repeat(49)}`,
    '/a%3Ab',
    '/a%2Fb',
    '/a%5Cb',
    '/a%3Fb',
    '/%00',
    '/a%0Ab',
    '/%20CP_1',
    '/CP_1%20',
    '/%20',
  ])('can not be %s', (url) => {
    expect(call(url, 'ocpp1.6')).toMatchObject({ kind: 'refused', status: 400 })
  })
})

describe('the version', () => {
  test.each([
    ['ocpp1.6', 'ocpp1.6'],
    ['ocpp2.0.1', 'ocpp2.0.1'],
    ['ocpp2.0.1, ocpp1.6', 'ocpp2.0.1'],
    ['ocpp2.1,ocpp2.0.1', 'ocpp2.1'],
    ['ocpp2.0.1,ocpp2.1', 'ocpp2.0.1'],
    ['ocpp1.6,ocpp2.0.1', 'ocpp1.6'],
    ['ocpp2.2, ocpp1.5 ,ocpp1.6, ocpp2.0.1', 'ocpp1.6'],
    [' , ocpp2.0.1', 'ocpp2.0.1'],
  ])('of %s is %s: the first that the charger names and this server speaks', (offered, protocol) => {
    expect(call('/CP_1', offered)).toMatchObject({ kind: 'station', protocol })
  })

  test.each([
    ['ocpp2.2', 'It offers ocpp2.2; this server speaks ocpp1.6, ocpp2.0.1 and ocpp2.1'],
    ['OCPP1.6', 'It offers OCPP1.6; this server speaks ocpp1.6, ocpp2.0.1 and ocpp2.1'],
    ['', 'It offers no subprotocol; this server speaks ocpp1.6, ocpp2.0.1 and ocpp2.1'],
    [undefined, 'It offers no subprotocol; this server speaks ocpp1.6, ocpp2.0.1 and ocpp2.1'],
  ])('%s is refused with what would do', (offered, message) => {
    expect(call('/CP_1', offered)).toMatchObject({ kind: 'refused', identity: 'CP_1', status: 400, message })
  })
})
