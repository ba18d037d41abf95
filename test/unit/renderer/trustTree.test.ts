import { signersOf, trustTree } from '@renderer/features/certificates/chain/trustTree'
import type { AuthorityGeneration } from '@shared/contract/rollover'
import { describe, expect, it } from 'vitest'

const NOTHING = { valid: 0, 'ends-soon': 0, refused: 0, ended: 0, revoked: 0 }

function authority(
  id: number,
  role: 'root' | 'issuing',
  state: AuthorityGeneration['state'],
  rootId: number | null = null,
): AuthorityGeneration {
  const name = role === 'root' ? 'CN=Site Root CA' : `CN=Site Issuing CA ${id}`
  return {
    id,
    role,
    generation: id,
    state,
    rootId,
    key: 'here',
    keyAwayAt: null,
    changedAt: null,
    leaves: 0,
    signed: { stations: NOTHING, devices: NOTHING },
    listUntil: null,
    pem: '',
    subject: name,
    issuer: 'CN=Site Root CA',
    serialNumber: '01',
    notBefore: 0,
    notAfter: 1,
    keyDescription: 'EC P-256',
    sha256: '',
  }
}

const told = (authorities: AuthorityGeneration[], crossings: { subjectId: number; issuerId: number }[], all = false) =>
  trustTree({ authorities, crossings }, all).map(
    ({ root, crossedWith, branches }) =>
      `${root.id}${crossedWith.map(({ id }) => `×${id}`).join('')}: ${branches
        .map(({ issuing, signsServer }) => `${issuing.id}${signsServer ? ' server' : ''}`)
        .join(', ')}`,
  )

describe('the chain of trust', () => {
  const first = [authority(1, 'root', 'current'), authority(2, 'issuing', 'current', 1)]
  const both = [
    { subjectId: 3, issuerId: 1 },
    { subjectId: 1, issuerId: 3 },
  ]

  it('is one root and one issuing CA on a fresh site, and nothing before there is one', () => {
    expect(told(first, [])).toEqual(['1: 2 server'])
    expect(told([], [])).toEqual([])
  })

  it('shows the root to come under the one that signs, tied to it, and what takes over above what goes', () => {
    const prepared = [...first, authority(3, 'root', 'next'), authority(4, 'issuing', 'next', 3)]
    expect(told(prepared, both)).toEqual(['1×3: 2 server', '3×1: 4'])
    const state = (id: number) => (id > 2 ? 'current' : 'old')
    const switched = prepared.map((each) => ({ ...each, state: state(each.id) }) as const)
    expect(told(switched, both)).toEqual(['3×1: 4 server', '1×3: 2'])
  })

  it('leaves out what is retired until it is wanted, and then ties nothing to it', () => {
    const retired = [
      ...first.map((each) => ({ ...each, state: 'retired' }) as const),
      authority(3, 'root', 'current'),
      authority(4, 'issuing', 'current', 3),
    ]
    expect(told(retired, both)).toEqual(['3: 4 server'])
    expect(told(retired, both, true)).toEqual(['3: 4 server', '1: 2'])
    // An issuing CA that was replaced stays under its root until it is retired.
    const replaced = [...first, authority(5, 'issuing', 'old', 1), authority(6, 'issuing', 'retired', 1)]
    expect(told(replaced, [])).toEqual(['1: 2 server, 5'])
    expect(told(replaced, [], true)).toEqual(['1: 2 server, 5, 6'])
  })

  it('finds who signed a certificate by the name in it', () => {
    const all = [...first, authority(3, 'root', 'next'), authority(4, 'issuing', 'next', 3)]
    expect(signersOf('CN=Site Issuing CA 4', all)).toMatchObject({ issuing: { id: 4 }, root: { id: 3 } })
    expect(signersOf('CN=Site Root CA', all)).toBeNull()
    expect(signersOf('CN=Somebody else', all)).toBeNull()
  })
})
