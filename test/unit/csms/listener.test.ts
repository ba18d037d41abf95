import { CSMS_LIMITS } from '@main/csms/limits'
import { createDoor } from '@main/csms/listener/door'
import { openListener } from '@main/csms/listener/listener'
import { expect, test } from 'vitest'
import { refusalOf } from '../../support/rawCharger'

test('a caller that is turned away is logged without what may be its password, and not at any length', async () => {
  const logged: object[] = []
  const log = { info: (entry: object) => void logged.push(entry), warn: () => {}, error: () => {} }
  const listener = await openListener({
    bind: '127.0.0.1',
    port: 0,
    portOption: '--ocpp-port',
    limits: CSMS_LIMITS,
    door: createDoor({
      limits: CSMS_LIMITS,
      log,
      admit: async () => ({ kind: 'out', status: 404, message: 'No.', reason: 'refused-station', data: {} }),
      onRefused: () => 1,
      onConnection: () => {},
    }),
  })
  try {
    const base = `ws://127.0.0.1:${listener.port}`
    await refusalOf(base, 'ocpp/CP_1?user=a&password=secret')
    await refusalOf(base, `${'long/'.repeat(1_000)}CP_1`)
    expect(JSON.stringify(logged)).not.toContain('secret')
    expect(logged).toMatchObject([{ path: '/ocpp/CP_1', why: 'No.' }, { path: `/${'long/'.repeat(39)}long` }])
  } finally {
    await listener.close()
  }
})
