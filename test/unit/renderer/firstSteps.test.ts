import { CHARGER_BRANDS } from '@renderer/features/firstSteps/chargerBrands'
import { FROM_GUIDE, isFromGuide } from '@renderer/features/firstSteps/fromGuide'
import { doneSteps, type FirstFacts, isStillAsked, stepsOf } from '@renderer/features/firstSteps/steps'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'

const nothing: FirstFacts = { stations: [], cards: 0, sessions: 0, backup: { plan: null, saved: null } }
const registered = { admission: 'admitted', firstSeenAt: null } as const
const waiting = { admission: 'waiting', firstSeenAt: 1 } as const
const admitted = { admission: 'admitted', firstSeenAt: 1 } as const
const run = { at: 1, problem: null, file: null, bytes: null } as never

describe('the first steps', () => {
  const done = (facts: Partial<FirstFacts>) => [...doneSteps({ ...nothing, ...facts })]

  it('are none on an empty site, nor where a charger was only written down', () => {
    expect(done({})).toEqual([])
    expect(done({ stations: [registered] })).toEqual([])
  })

  it('are seen from what the site shows', () => {
    expect(done({ stations: [registered, waiting] })).toEqual(['call'])
    expect(done({ stations: [admitted] })).toEqual(['call', 'admit'])
    expect(done({ cards: 1 })).toEqual(['card'])
    expect(done({ sessions: 1 })).toEqual(['session'])
    expect(done({ backup: { plan: null, saved: run } })).toEqual(['backup'])
    expect(done({ backup: null })).toEqual([])
  })
})

describe('a demo', () => {
  it('asks for no backup of what is thrown away', () => {
    expect(stepsOf({ demo: true })).toEqual(['call', 'admit', 'card', 'session'])
    expect(stepsOf({ demo: false })).toContain('backup')
  })
})

describe('a page that a step leads to', () => {
  it('knows whether the first steps led there', () => {
    expect(isFromGuide(new URLSearchParams(`unknown=3&${FROM_GUIDE}`))).toBe(true)
    expect(isFromGuide(new URLSearchParams('then=//elsewhere.example'))).toBe(false)
    expect(isFromGuide(new URLSearchParams())).toBe(false)
  })
})

describe('what the first steps ask for', () => {
  it('is asked for until it is there, and not with every session from then on', async () => {
    const queries = new QueryClient()
    let total = 0
    let asked = 0
    const observer = new QueryObserver(queries, {
      queryKey: [['sessions', 'find'], { input: { limit: 1 } }],
      queryFn: () => {
        asked += 1
        return { total }
      },
      enabled: isStillAsked,
    })
    const stop = observer.subscribe(() => {})
    const sessionsChange = () => queries.invalidateQueries({ queryKey: [['sessions']] })
    await sessionsChange()
    const before = asked
    total = 1
    await sessionsChange()
    expect(asked).toBe(before + 1)
    await sessionsChange()
    await sessionsChange()
    expect(asked).toBe(before + 1)
    expect(observer.getCurrentResult()).toMatchObject({ isSuccess: true, data: { total: 1 } })
    stop()
    queries.clear()
  })
})

describe('the hints for brands', () => {
  it('name each brand once, in order, and the field for the name where there is one', () => {
    const names = CHARGER_BRANDS.map(({ brand }) => brand)
    expect(names).toEqual([...new Set(names)].sort((a, b) => a.localeCompare(b, 'en')))
    for (const { identity, identityField } of CHARGER_BRANDS) {
      expect(identityField !== undefined).toBe(identity === 'own-field')
    }
  })
})
