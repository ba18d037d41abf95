import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { createAccess } from '@main/access/access'
import { createChanges } from '@main/changes'
import { createCommands } from '@main/commands/commands'
import { createAdapters } from '@main/csms/adapters'
import { createDialects } from '@main/csms/dialect'
import type { RequestResult } from '@main/stations/commands'
import type { ConnectionFacts } from '@main/stations/connection'
import { createStations } from '@main/stations/stations'
import { createUpgrades } from '@main/upgrades/upgrades'
import { createVariables } from '@main/variables/variables'
import type { SecurityProfile } from '@shared/ocpp/securityProfile'
import type { Protocol } from '@shared/ocpp/station'
import { hashOf } from '@simulator/pki/trustStore'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TestCa } from '../../support/testCa'
import { openTestStore } from '../../support/testStore'

/** How the charger treats the next thing it is told. */
const MANNERS = ['takes', 'refuses', 'takes-silently', 'ignores'] as const
type Manner = (typeof MANNERS)[number]

/** What happens: to the link, by a person, or how the charger is from now on. */
const EVENTS = ['goes', 'comes-old', 'comes-new', 'retry', 'by-hand', 'roll-back', ...MANNERS] as const

const dialects = createDialects(createAdapters())
const root = (await TestCa.create()).root.certificate
const rootPem = root.toString('pem')
const rootHash = hashOf(root, 'SHA256')

/**
 * A charger as far as upgrades see it: what it was told decides under which profiles it may come next, and it is never
 * sure that what it did was heard.
 */
class Model {
  readonly mayComeUnder = new Set<SecurityProfile>([0])
  manner: Manner = 'takes'
  /** It takes its profile at its next restart, and does not let itself be restarted. */
  waitsForRestart = false
  #hasRoot = false
  readonly #to: SecurityProfile

  constructor(to: SecurityProfile) {
    this.#to = to
  }

  /** Called when it has done what it was told. */
  onTold = () => {}

  told(action: string, payload: unknown): RequestResult {
    const isRead = action === 'GetVariables' || action === 'GetConfiguration' || action === 'GetInstalledCertificateIds'
    const takes = isRead || this.manner === 'takes' || this.manner === 'takes-silently'
    if (takes) this.#do(action, payload)
    this.onTold()
    if (!isRead && (this.manner === 'takes-silently' || this.manner === 'ignores')) return { kind: 'no-answer' }
    if (this.waitsForRestart && /"SecurityProfile"/.test(JSON.stringify(payload))) {
      return { kind: 'answered', payload: { status: 'RebootRequired' } }
    }
    const does = takes && !(this.waitsForRestart && action === 'Reset')
    return { kind: 'answered', payload: answerTo(action, payload, does, this.#hasRoot) }
  }

  #do(action: string, payload: unknown): void {
    if (action === 'InstallCertificate') this.#hasRoot = true
    const text = JSON.stringify(payload)
    if (/"NetworkConfigurationPriority"/.test(text) && action === 'SetVariables') {
      if (text.includes('"2,1"')) this.mayComeUnder.add(this.#to)
      else this.mayComeUnder.delete(this.#to)
    }
    if (action === 'ChangeConfiguration' && text.includes('"SecurityProfile"')) this.mayComeUnder.add(this.#to)
  }

  /** It came as it was: 1.6 has fallen back by that, and 2.x tries its list anew the next time. */
  cameOld(protocol: Protocol): void {
    if (protocol === 'ocpp1.6') this.mayComeUnder.delete(this.#to)
  }

  cameNew(): void {
    this.mayComeUnder.clear()
    this.mayComeUnder.add(this.#to)
  }
}

function answerTo(action: string, payload: unknown, takes: boolean, hasRoot: boolean): object {
  const status = takes ? 'Accepted' : 'Rejected'
  const named = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'NetworkConfigurationPriority' } }
  if (action === 'GetVariables') {
    return { getVariableResult: [{ attributeStatus: 'Accepted', attributeValue: '1', ...named }] }
  }
  if (action === 'GetConfiguration') {
    return { configurationKey: [{ key: 'Url', readonly: false, value: 'ws://192.0.2.10:9000' }] }
  }
  if (action === 'GetInstalledCertificateIds') {
    if (!hasRoot) return { status: 'NotFound' }
    const entry = { certificateType: 'CSMSRootCertificate', certificateHashData: rootHash }
    return { status: 'Accepted', certificateHashData: [rootHash], certificateHashDataChain: [entry] }
  }
  if (action !== 'SetVariables') return { status }
  const { setVariableData } = payload as { setVariableData: { component: object; variable: object }[] }
  const part = ({ component, variable }: { component: object; variable: object }) => ({ component, variable })
  return { setVariableResult: setVariableData.map((data) => ({ attributeStatus: status, ...part(data) })) }
}

async function site(protocol: Protocol, to: 1 | 2) {
  const store = openTestStore()
  const changes = createChanges()
  const failures: unknown[] = []
  const onFailure = (error: unknown) => failures.push(error)
  let now = 1_000
  const clock = () => now
  const stations = createStations({ store, clock, changes })
  const registered = await stations.register('test', 'CP_1', '', 'SN-1')
  const { stationId } = registered
  const model = new Model(to)
  const deps = { store, clock, changes, stations, onFailure }
  const authority = { certificatePem: () => rootPem }
  const access = createAccess({
    ...deps,
    disconnect: () => {},
    organisation: () => 'Yard',
    issuingPems: () => [rootPem],
    isRevoked: () => false,
    hasTls: () => true,
    hasPlain: () => true,
    randomBytes,
  })
  const noFiles = { firmware: () => undefined, uploadLink: async () => null, downloadLink: async () => null }
  const commands = createCommands({
    ...deps,
    links: { request: async (_, action, payload) => model.told(action, payload) },
    dialects,
    files: noFiles,
    // No command of these names a card.
    cards: { check: () => ({ status: 'unknown' }) },
    variables: createVariables(deps),
  })
  let timer: (() => void) | null = null
  const upgrades = createUpgrades({
    ...deps,
    access,
    commands,
    authority,
    organisation: () => 'Yard',
    tlsPort: () => 8443,
    hasPlain: () => true,
    probe: async () => null,
    setTimer: (_, run) => {
      timer = run
      return () => {
        timer = null
      }
    },
  })

  let live: ConnectionFacts | null = null
  const go = () => {
    if (live) stations.disconnected(stationId, live)
    live = null
  }
  const come = async (profile: SecurityProfile, { boots } = { boots: true }) => {
    go()
    now += 1_000
    live = {
      protocol,
      remoteAddress: '192.0.2.50',
      transport: profile === 2 ? 'wss' : 'ws',
      authenticated: profile > 0,
      since: now,
      httpOrigin: 'http://192.0.2.10:9000',
    }
    expect(access.holds(stationId, live)).toBe(true)
    stations.connected(stationId, live)
    now += 1_000
    if (boots) await stations.booted(stationId, { vendor: 'V', model: 'M', serialNumber: 'SN-1', firmware: '1' })
    commands.stationReady(stationId)
    upgrades.stationReady(stationId)
  }
  /** Until nothing happens by itself any more. */
  const settle = async () => {
    let before = ''
    for (let same = 0; same < 3; ) {
      await store.writer.write(() => {})
      await setImmediate()
      const upgrade = upgrades.of(stationId)
      const after = JSON.stringify([upgrade, commands.open()])
      // What it is to be told is being made: the hash of a password takes a while.
      const isTelling = upgrade?.steps.some(({ waits, commandId }) => waits === 'answer' && commandId === null)
      same = after === before && commands.open().length === 0 && !isTelling ? same + 1 : 0
      before = after
    }
  }
  const tick = () => {
    now += 60 * 60_000
    timer?.()
  }
  await come(0)
  return {
    stationId,
    model,
    access,
    upgrades,
    commands,
    go,
    come,
    settle,
    tick,
    failures,
    close: async () => {
      await upgrades.close()
      commands.close()
      store.close()
    },
  }
}

test.each([
  ['ocpp1.6', 1],
  ['ocpp1.6', 2],
  ['ocpp2.0.1', 1],
  ['ocpp2.0.1', 2],
  ['ocpp2.1', 2],
] as const)(
  '%s, to profile %d: whatever happens, it is let in as it may come',
  async (protocol, to) => {
    const happenings = fc.array(fc.constantFrom(...EVENTS, 'time-passes' as const, 'roll-back' as const), {
      minLength: 3,
      maxLength: 14,
    })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...MANNERS), happenings, async (manner, events) => {
        const { stationId, model, access, upgrades, go, come, settle, tick, failures, close } = await site(protocol, to)
        const isLetIn = () => {
          const { profile, coming } = access.of(stationId)
          for (const each of model.mayComeUnder) expect([profile, coming], `it may come under ${each}`).toContain(each)
        }
        model.manner = manner
        model.onTold = isLetIn
        await upgrades.start('test', [stationId], to, null)
        await settle()
        let highest = 0
        for (const event of events) {
          isLetIn()
          if (event === 'goes') go()
          else if (event === 'comes-old' && model.mayComeUnder.has(0)) {
            model.cameOld(protocol)
            await come(0)
          } else if (event === 'comes-new' && model.mayComeUnder.has(to)) {
            model.cameNew()
            await come(to)
          } else if (event === 'retry') await upgrades.retry('test', stationId)
          else if (event === 'by-hand') await upgrades.doneByHand('test', stationId)
          else if (event === 'roll-back') await upgrades.rollBack('test', stationId)
          else if (event === 'time-passes') tick()
          else if (isManner(event)) model.manner = event
          await settle()
          // Once it came back under the new profile, nothing lower is let in again.
          const { profile } = access.of(stationId)
          expect(profile).toBeGreaterThanOrEqual(highest)
          highest = profile
        }
        isLetIn()
        expect(failures).toEqual([])
        await close()
      }),
      { numRuns: 12 },
    )
  },
  60_000,
)

test.each(['ocpp1.6', 'ocpp2.0.1', 'ocpp2.1'] as const)(
  '%s: it does not come back, is to be tried again, and is taken back then: it may still come',
  async (protocol) => {
    const { stationId, access, upgrades, go, come, settle, tick, close } = await site(protocol, 2)
    await upgrades.start('test', [stationId], 2, null)
    await settle()
    go()
    tick()
    await settle()
    expect(await upgrades.retry('test', stationId)).toEqual({ kind: 'done' })
    await settle()
    expect(await upgrades.rollBack('test', stationId)).toEqual({ kind: 'done' })
    await settle()
    expect(access.of(stationId)).toMatchObject({ profile: 0, coming: 2 })
    await come(2)
    await settle()
    expect(upgrades.of(stationId)).toMatchObject({ state: 'done', profile: 2 })
    await close()
  },
)

test.each([['retry'], ['none']])(
  '1.6: its profile waits for a restart that it refuses (%s): taken back, it may come so until it has restarted',
  async (before) => {
    const { stationId, model, access, upgrades, come, settle, close } = await site('ocpp1.6', 2)
    model.waitsForRestart = true
    await upgrades.start('test', [stationId], 2, null)
    await settle()
    expect(upgrades.of(stationId)?.steps.find(({ problem }) => problem !== null)).toMatchObject({
      step: 'security-profile',
      problem: 'refused',
    })
    if (before === 'retry') await upgrades.retry('test', stationId)
    await settle()
    await upgrades.rollBack('test', stationId)
    await settle()
    expect(access.of(stationId)).toMatchObject({ profile: 0, coming: 2 })
    // The link breaks, and it is the same charger that has not restarted; then it does, and is back as it was.
    await come(0, { boots: false })
    await settle()
    expect(access.of(stationId)).toMatchObject({ profile: 0, coming: 2 })
    await come(0)
    await settle()
    expect(upgrades.of(stationId)).toMatchObject({ state: 'rolled-back', coming: null })
    await close()
  },
)

function isManner(event: string): event is Manner {
  return (MANNERS as readonly string[]).includes(event)
}
