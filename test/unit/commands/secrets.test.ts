import { withoutSecrets } from '@main/commands/secrets'
import { expect, it } from 'vitest'

const SECRET = 'do not write this down'

it.each([
  ['a key code', { idToken: { idToken: SECRET, type: 'KeyCode' } }],
  [
    'a key code beside another card',
    { idToken: { idToken: '04', type: 'Central', additionalInfo: [{ additionalIdToken: SECRET, type: 'KeyCode' }] } },
  ],
  ['the password of 1.6', { key: 'AuthorizationKey', value: SECRET }],
  [
    'the password of 2.x',
    {
      setVariableData: [
        { attributeValue: SECRET, component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } },
      ],
    },
  ],
  [
    'a password in a command of ours',
    { variables: [{ component: 'SecurityCtrlr', variable: 'BasicAuthPassword', value: SECRET }] },
  ],
  ['a password in an answer', { configurationKey: [{ key: 'AuthorizationKey', readonly: false, value: SECRET }] }],
  [
    'the passwords of a network',
    {
      connectionData: {
        apn: { apn: 'x', apnPassword: SECRET },
        vpn: { server: 'x', user: 'u', password: SECRET, key: SECRET, type: 'IKEv2' },
      },
    },
  ],
])('%s is hidden', (_, value) => {
  const shown = withoutSecrets(value)
  expect(shown.hidden).toBe(true)
  expect(JSON.stringify(shown.value)).not.toContain(SECRET)
})

it('everything else stays as it is', () => {
  const value = {
    idToken: { idToken: '04A1', type: 'ISO14443' },
    configurationKey: [{ key: 'HeartbeatInterval', readonly: false, value: '300' }],
    list: [1, null, true, 'x'],
    key: ['A', 'B'],
  }
  expect(withoutSecrets(value)).toEqual({ value, hidden: false })
})
