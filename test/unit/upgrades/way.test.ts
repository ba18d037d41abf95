import { canBeByHand, opensDoor, wayFrom } from '@main/upgrades/way'
import { SECURITY_PROFILES } from '@shared/ocpp/securityProfile'
import { PROTOCOLS } from '@shared/ocpp/station'
import { HIGHER_PROFILES } from '@shared/ocpp/upgrade'
import { describe, expect, test } from 'vitest'

const words = (...way: Parameters<typeof wayFrom>) => wayFrom(...way).map(({ step, profile }) => `${profile} ${step}`)

describe('the way to a higher profile', () => {
  test('of 1.6', () => {
    expect(words(0, 1, 'ocpp1.6')).toEqual(['1 password', '1 security-profile', '1 return'])
    expect(words(1, 2, 'ocpp1.6')).toEqual(['2 tls-port', '2 root', '2 address', '2 security-profile', '2 return'])
    expect(words(2, 3, 'ocpp1.6')).toEqual([
      '3 root',
      '3 organisation',
      '3 certificate',
      '3 security-profile',
      '3 return',
    ])
  })

  test('of 2.x, from nothing to a certificate: profile 2 on the way, profile 1 not', () => {
    for (const protocol of ['ocpp2.0.1', 'ocpp2.1'] as const) {
      expect(words(0, 3, protocol)).toEqual([
        '2 tls-port',
        '2 root',
        '2 password',
        '2 network-profile',
        '2 priority',
        '2 restart',
        '2 return',
        '3 organisation',
        '3 certificate',
        '3 network-profile',
        '3 priority',
        '3 restart',
        '3 return',
      ])
      // It has proved its password already.
      expect(words(1, 3, protocol)).not.toContain('2 password')
    }
  })

  test('always ends with the return under the profile that is wanted, and leads upwards only', () => {
    for (const protocol of PROTOCOLS) {
      for (const from of SECURITY_PROFILES) {
        for (const to of HIGHER_PROFILES) {
          const way = wayFrom(from, to, protocol)
          if (to <= from) {
            expect(way).toEqual([])
            continue
          }
          expect(way.at(-1)).toEqual({ step: 'return', profile: to })
          const profiles = way.map(({ profile }) => profile)
          expect(profiles).toEqual([...profiles].sort())
          expect(Math.min(...profiles)).toBeGreaterThan(from)
          // Both profiles count before the first word that could bring the station under the new one.
          const risky = way.findIndex(({ step }) => ['address', 'priority', 'security-profile'].includes(step))
          expect(opensDoor(way[risky]?.step ?? 'root')).toBe(true)
        }
      }
    }
  })

  test('what only the station can show is never taken on somebody’s word', () => {
    for (const step of ['certificate', 'return', 'undo'] as const) expect(canBeByHand(step)).toBe(false)
    expect(canBeByHand('root')).toBe(true)
  })
})
