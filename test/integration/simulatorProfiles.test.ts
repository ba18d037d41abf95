import { describe, expect, test } from 'vitest'
import { friendlyCharger } from '../support/friendlyCharger'
import { TestCa } from '../support/testCa'

const at = friendlyCharger()
const command = async (action: string, payload: object) => (await at.server.command(action, payload))[2]

/** An address where nobody listens. */
const NOWHERE = 'ws://127.0.0.1:9'

const profile = (configurationSlot: number, securityProfile: number, ocppCsmsUrl = NOWHERE) =>
  command('SetNetworkProfile', {
    configurationSlot,
    connectionData: {
      ocppVersion: 'OCPP20',
      ocppTransport: 'JSON',
      ocppInterface: 'Wired0',
      messageTimeout: 30,
      ocppCsmsUrl,
      securityProfile,
    },
  })
const priority = async (attributeValue: string) => {
  const variable = {
    component: { name: 'OCPPCommCtrlr' },
    variable: { name: 'NetworkConfigurationPriority' },
    attributeValue,
  }
  const answer = await command('SetVariables', { setVariableData: [variable] })
  return (answer as { setVariableResult: { attributeStatus: string }[] }).setVariableResult[0]?.attributeStatus
}
const configure = async (key: string, value: string) =>
  ((await command('ChangeConfiguration', { key, value })) as { status: string }).status

describe('security profiles of 2.0.1', () => {
  test('after a few attempts in vain it falls back to the next network profile, and boots (B10)', async () => {
    await at.ready({ password: 'a-password-of-some-length' })
    expect(await profile(2, 1)).toEqual({ status: 'Accepted' })
    expect(await priority('2,1')).toBe('Accepted')
    await command('Reset', { type: 'OnIdle' })
    const unreachable = await Promise.all([1, 2, 3].map(() => at.charger.waitFor('unreachable')))
    expect(unreachable).toHaveLength(3)
    await at.server.until('BootNotification', 2)
  })

  test('a profile that it lacks something for is not put first (A05.FR.02–04)', async () => {
    await at.ready()
    await profile(2, 2, 'wss://127.0.0.1:9')
    expect(await priority('2,1')).toBe('Rejected')
    const ca = await TestCa.create()
    const certificate = ca.root.certificate.toString('pem')
    await command('InstallCertificate', { certificateType: 'CSMSRootCertificate', certificate })
    // Still no password.
    expect(await priority('2,1')).toBe('Rejected')
    const password = { component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } }
    await command('SetVariables', { setVariableData: [{ ...password, attributeValue: 'a-password-of-some-length' }] })
    expect(await priority('2,1')).toBe('Accepted')
    expect(await profile(3, 3, 'wss://127.0.0.1:9')).toEqual({ status: 'Accepted' })
    expect(await priority('3,1')).toBe('Rejected')
  })
})

describe('security profiles of 1.6', () => {
  test('only upwards, only with what it takes; it falls back where it fails (A05)', async () => {
    await at.ready({ version: '1.6' })
    expect(await configure('SecurityProfile', '0')).toBe('Rejected')
    expect(await configure('SecurityProfile', '1')).toBe('Rejected')
    await configure('AuthorizationKey', 'a-password-of-some-length')
    expect(await configure('SecurityProfile', '4')).toBe('Rejected')
    expect(await configure('SecurityProfile', '2')).toBe('Rejected')
    const back = at.charger.waitFor('connected')
    expect(await configure('SecurityProfile', '1')).toBe('Accepted')
    await back
    expect(await configure('SecurityProfile', '1')).toBe('Rejected')
    const ca = await TestCa.create()
    const certificate = ca.root.certificate.toString('pem')
    await command('InstallCertificate', { certificateType: 'CentralSystemRootCertificate', certificate })
    expect(await configure('CentralSystemURL', 'wss://127.0.0.1:9')).toBe('Accepted')
    const again = at.charger.waitFor('connected')
    expect(await configure('SecurityProfile', '2')).toBe('Accepted')
    await again
    const { configurationKey } = (await command('GetConfiguration', { key: ['SecurityProfile'] })) as {
      configurationKey: object[]
    }
    expect(configurationKey).toEqual([{ key: 'SecurityProfile', readonly: false, value: '1' }])
  })
})
