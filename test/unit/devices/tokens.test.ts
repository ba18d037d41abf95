import { createApiTokens } from '@main/automation/apiTokens'
import { createChanges } from '@main/changes'
import { createDeviceTokens } from '@main/devices/deviceTokens'
import { deviceView, insertDevice } from '@main/store/queries/devices'
import { NO_MORE_RIGHTS } from '@shared/devices/policy'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/testStore'

const DAY_MS = 24 * 3_600_000
const POLICY = { clientIds: [], read: [], write: [] }

function made() {
  let now = 1_000
  const store = openTestStore()
  const deps = {
    store,
    clock: () => now,
    changes: createChanges(),
    limits: { tokens: 2 },
    onFailure: (error: unknown) => {
      throw error
    },
  }
  const pass = (ms: number) => {
    now += ms
  }
  return { store, pass, forDevices: createDeviceTokens(deps), forScripts: createApiTokens(deps) }
}
const asked = (name: string) => ({
  name,
  signing: 'desk' as const,
  usesMax: null,
  endsAt: null,
  policy: POLICY,
})

test('a token that has ended makes room for another one, also when a device is known by it, and then goes from the list', async () => {
  const { store, pass, forDevices } = made()
  const first = await forDevices.make('test', asked('first'))
  await forDevices.make('test', asked('second'))
  expect(await forDevices.make('test', asked('third'))).toEqual({ kind: 'too-many', most: 2 })
  if (first.kind !== 'made') throw new Error(first.kind)
  await store.writer.write((db) =>
    insertDevice(db, {
      client_id: 'meter',
      type: '',
      service_code: '',
      device_type: '',
      state: 'active',
      token_id: first.tokenId,
      policy: JSON.stringify(NO_MORE_RIGHTS),
      remote_address: '',
      created_at: 0,
    }),
  )
  await forDevices.end('test', first.tokenId)
  expect(await forDevices.make('test', asked('third'))).toMatchObject({ kind: 'made' })
  expect(await forDevices.make('test', asked('fourth'))).toMatchObject({ kind: 'too-many' })
  const second = forDevices.list().find(({ name }) => name === 'second')
  await forDevices.end('test', second?.id ?? 0)
  expect(await forDevices.make('test', asked('fourth'))).toMatchObject({ kind: 'made' })
  expect(forDevices.list().map(({ name }) => name)).toEqual(['fourth', 'third', 'second', 'first'])
  pass(31 * DAY_MS)
  expect(forDevices.list().map(({ name }) => name)).toEqual(['fourth', 'third'])
  // What the device came with is still known.
  expect(deviceView(store.read, 1)).toMatchObject({ client_id: 'meter', token_name: 'first' })
})

test('a token is shown for a month after its end, and forgotten when another one is made', async () => {
  const { pass, forScripts } = made()
  await forScripts.make('test', { name: 'short', scope: 'read', endsAt: 2_000 })
  pass(29 * DAY_MS)
  await forScripts.make('test', { name: 'next', scope: 'read', endsAt: null })
  expect(forScripts.list().map(({ name }) => name)).toEqual(['next', 'short'])
  pass(2 * DAY_MS)
  await forScripts.make('test', { name: 'last', scope: 'read', endsAt: null })
  expect(forScripts.list().map(({ name }) => name)).toEqual(['last', 'next'])
})

test('two scripts at the same time have tokens of different names', async () => {
  const { forScripts } = made()
  const token = { name: 'Billing', scope: 'read' as const, endsAt: null }
  const first = await forScripts.make('test', token)
  for (const name of ['billing', 'Ｂｉｌｌｉｎｇ']) {
    expect(await forScripts.make('test', { ...token, name }), name).toEqual({ kind: 'name-taken' })
  }
  if (first.kind === 'made') await forScripts.end('test', first.tokenId)
  expect(await forScripts.make('test', token)).toMatchObject({ kind: 'made' })
})
