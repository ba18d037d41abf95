import { describe, expect, it } from 'vitest'
import { CARD, say } from '../../support/wording'

const LISTED = {
  token: CARD.token,
  status: 'accepted',
  group: '',
  cacheUntil: null,
  evseIds: null,
  language: '',
  message: '',
} as const

describe('a command', () => {
  it('has no more parts than its station takes', () => {
    const takes = { variablesRead: 2, variablesWritten: 1, listEntries: 1, monitorsCleared: null }
    const variables = ['A', 'B', 'C'].map((variable) => ({ variable, value: '1' }))
    expect(say('ocpp1.6', 'read-variables', { variables }, { takes })).toEqual([
      'GetConfiguration',
      { key: ['A', 'B'] },
      { key: ['C'] },
    ])
    const named = variables.map((choice) => ({ ...choice, component: 'C' }))
    expect(say('ocpp2.0.1', 'read-variables', { variables: named }, { takes })).toHaveLength(1 + 2)
    expect(say('ocpp2.0.1', 'set-variables', { variables: named }, { takes })).toHaveLength(1 + 3)
    const cards = [LISTED, { ...LISTED, token: { value: 'B', type: 'Central' } } as const]
    expect(say('ocpp1.6', 'send-local-list', {}, { takes, cards })).toHaveLength(1 + 2)
    expect(say('ocpp2.1', 'send-local-list', {}, { takes, cards })).toHaveLength(1 + 2)
    const many = Array.from(
      { length: 1_001 },
      (_, index) => ({ ...LISTED, token: { value: `C${index}`, type: 'Central' } }) as const,
    )
    expect(say('ocpp2.0.1', 'send-local-list', {}, { takes, cards: many })).toBe('too-long')
    expect(say('ocpp1.6', 'send-local-list', {}, { takes, cards: many })).toBe('too-long')
  })

  it('of many variables takes several messages, and none of them too many', () => {
    const variables = Array.from({ length: 45 }, (_, index) => ({ component: 'C', variable: `V${index}` }))
    const said = say('ocpp2.0.1', 'read-variables', { variables }) as [string, ...{ getVariableData: object[] }[]]
    expect(said.slice(1).map((payload) => (payload as { getVariableData: object[] }).getVariableData.length)).toEqual([
      20, 20, 5,
    ])
  })
})
