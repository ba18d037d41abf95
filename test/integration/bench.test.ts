import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { environment } from '../support/environment'

const project = fileURLToPath(new URL('../..', import.meta.url))
const results = mkdtempSync(join(tmpdir(), 'chargehand-test-'))
afterAll(() => rmSync(results, { recursive: true, force: true }))

function bench(...options: string[]) {
  return spawnSync(process.execPath, ['scripts/bench.mjs', ...options], {
    cwd: project,
    encoding: 'utf8',
    timeout: 300_000,
  })
}

// Whether it runs and what it writes; how fast anything is says nothing on a machine that runs tests.
describe('the benchmark', () => {
  it('measures everything once and writes what it found', { timeout: 330_000 }, () => {
    const { status, stdout, stderr } = bench('--quick', '--seconds', '0.1', '--results', results)
    expect({ status, problem: status === 0 ? '' : stderr }).toEqual({ status: 0, problem: '' })
    const files = readdirSync(results)
    expect(files).toHaveLength(1)
    const positive = expect.toSatisfy((value: unknown) => typeof value === 'number' && value > 0)
    const figures = (name: string) => ({
      name,
      callsPerSecond: positive,
      ofReference: positive,
      ofReferenceByCpu: expect.any(Number),
      p50Ms: positive,
      p99Ms: positive,
      cpuMicroseconds: expect.any(Number),
      loadBusy: expect.any(Number),
    })
    const late = { p50Ms: expect.any(Number), p99Ms: expect.any(Number), maxMs: expect.any(Number) }
    const paced = {
      sent: expect.any(Number),
      answered: expect.any(Number),
      p50Ms: expect.any(Number),
      p99Ms: expect.any(Number),
      busy: expect.any(Number),
    }
    const mqttFigures = (name: string) => ({
      name,
      messagesPerSecond: positive,
      p99Ms: positive,
      cpuMicroseconds: positive,
      loadBusy: expect.any(Number),
    })
    const memory = (seconds: number) => ({
      seconds,
      held: Array(2).fill({ bytes: positive, nodes: positive, listeners: positive }),
      bytesGrown: positive,
      nodesGrown: positive,
    })
    const servers = [figures('chargehand'), figures('bare echo'), figures('ocpp-rpc strict')]
    expect(JSON.parse(readFileSync(join(results, files[0] ?? ''), 'utf8'))).toEqual({
      at: expect.any(String),
      version: expect.any(String),
      machine: { node: process.version, platform: expect.any(String), processor: expect.any(String), cores: positive },
      rounds: 1,
      seconds: 0.1,
      authorize: [
        { chargers: 1, figures: servers },
        { chargers: 5, figures: servers },
      ],
      events: {
        chargers: 5,
        figures: [figures('chargehand'), figures('one commit each'), figures('bare echo')],
        commitMicroseconds: positive,
        ofOneCommitEach: positive,
      },
      startUp: {
        listeningMs: positive,
        atRestMiB: process.platform === 'win32' ? null : positive,
        connected: 5,
        connectedMiB: process.platform === 'win32' ? null : positive,
      },
      fleet: {
        chargers: 5,
        everyMs: positive,
        figures: [
          { name: 'chargehand', bytesACharger: expect.any(Number), pace: paced, loop: late },
          { name: 'bare ws', bytesACharger: expect.any(Number), pace: paced, loop: late },
        ],
        bytesAboveFloor: expect.any(Number),
      },
      storm: { chargers: 5, siteSeconds: positive, floorSeconds: positive, ofFloor: positive, loop: late },
      tlsStorm: { chargers: 5, siteSeconds: positive, floorSeconds: positive, ofFloor: positive, loop: late },
      handshakes: {
        sitePerSecond: positive,
        barePerSecond: positive,
        ofBare: positive,
        ofBareByCpu: expect.any(Number),
        loadBusy: expect.any(Number),
      },
      live: {
        chargers: 5,
        pace: paced,
        loop: late,
        screen: { eventsPerSecond: expect.any(Object), bytesPerSecond: expect.any(Number) },
      },
      log: {
        chargers: 5,
        figures: [figures('with live log'), figures('without')],
        ofWithout: positive,
        ofWithoutByCpu: expect.any(Number),
        keptShare: positive,
        paced: { callsPerSecond: 100, withMicroseconds: positive, withoutMicroseconds: positive },
      },
      desk: {
        approved: 20,
        approveMs: positive,
        ofCertificates: positive,
        ofSignatures: positive,
        certificatesMs: positive,
        signaturesMs: positive,
        waiting: 40,
        searches: expect.arrayContaining([{ name: 'first page', firstMs: positive, medianMs: positive }]),
      },
      cards: {
        cards: 500,
        few: 10,
        remembered: [positive, positive],
        lookedUp: [positive, positive],
        withHoursMicroseconds: positive,
        withBudgetMicroseconds: positive,
        searches: Array(6).fill({ name: expect.any(String), firstMs: positive, medianMs: positive }),
        importSeconds: positive,
        checkSeconds: positive,
        bareSeconds: positive,
        ofBare: positive,
        loopMaxMs: positive,
      },
      mqtt: {
        figures: [mqttFigures('chargehand'), mqttFigures('bare aedes')],
        ofBare: positive,
        ofBareByCpu: expect.any(Number),
        idle: paced,
        saturated: paced,
        p99OfIdle: expect.any(Number),
      },
      ledger: {
        sessions: 2_000,
        readings: 100_000,
        fillSeconds: positive,
        bytesASession: positive,
        bytesASessionWithEvents: positive,
        openedMs: positive,
        searches: Array(18).fill({ name: expect.any(String), firstMs: positive, medianMs: positive }),
        table: {
          firstRowMs: positive,
          rows: 2_000,
          bytes: positive,
          seconds: positive,
          residentMost: positive,
          partP99Ms: positive,
          partMaxMs: positive,
        },
        residentBefore: positive,
        residentAfter: positive,
      },
      screens:
        environment.chromium === null
          ? null
          : {
              sessions: 2_000,
              cards: 500,
              firstLoad: { usableMs: positive, compressedBytes: positive },
              pages: Array(2).fill({ address: expect.any(String), firstMs: positive, medianMs: positive }),
            },
      changing:
        environment.chromium === null
          ? null
          : {
              chargers: 5,
              seconds: 0.2,
              pages: Array(2).fill({
                address: expect.any(String),
                long: expect.any(Number),
                longestMs: positive,
                longestCpuMs: positive,
                busy: positive,
              }),
              staying: memory(0.1),
              going: memory(0.025),
            },
    })
    expect(stdout).toContain('×')
  })

  it('says what it can not take, and measures nothing', () => {
    const { status, stderr } = bench('--only', 'a,z', '--results', results)
    expect(status).toBe(1)
    expect(stderr).toContain(
      '--only takes a, b, c, fleet, storm, tls-storm, handshakes, live, log, ledger, cards, desk, mqtt, screens, changing, not "z"',
    )
  })
})
