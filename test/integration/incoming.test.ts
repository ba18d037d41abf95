import type { NoticeTopic } from '@shared/ocpp/notice'
import { PROTOCOLS, type Protocol } from '@shared/ocpp/station'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { environment } from '../support/environment'
import { eventually } from '../support/eventually'
import { ADAPTERS, FROM_STATIONS } from '../support/ocppTable'
import { bootOf, RawCharger } from '../support/rawCharger'
import { matching } from '../support/schemaArbitrary'
import { openTestSite, type TestSite } from '../support/testSite'

// Every message that stations send, in every version, made at random from its official schema: the answer is what the
// official schema allows, and what was told is found again through the contract.

const SAMPLES = 5

/** Where a message is found again: the topic of its notice, or the part of the site that it belongs to. */
const HOME: Readonly<Record<string, NoticeTopic | 'elsewhere'>> = {
  Authorize: 'elsewhere',
  Heartbeat: 'elsewhere',
  NotifyReport: 'elsewhere',
  SecurityEventNotification: 'elsewhere',
  SignCertificate: 'elsewhere',
  StartTransaction: 'elsewhere',
  StatusNotification: 'elsewhere',
  StopTransaction: 'elsewhere',
  TransactionEvent: 'elsewhere',
  BatterySwap: 'battery-swap',
  BootNotification: 'boots',
  ClearedChargingLimit: 'charging',
  ClosePeriodicEventStream: 'monitoring',
  DataTransfer: 'vendor',
  DiagnosticsStatusNotification: 'logs',
  FirmwareStatusNotification: 'firmware',
  Get15118EVCertificate: 'plug-and-charge',
  GetCertificateChainStatus: 'plug-and-charge',
  GetCertificateStatus: 'plug-and-charge',
  LogStatusNotification: 'logs',
  MeterValues: 'meter',
  NotifyChargingLimit: 'charging',
  NotifyCustomerInformation: 'customers',
  NotifyDERAlarm: 'grid',
  NotifyDERStartStop: 'grid',
  NotifyDisplayMessages: 'messages',
  NotifyEVChargingNeeds: 'charging',
  NotifyEVChargingSchedule: 'charging',
  NotifyEvent: 'alerts',
  NotifyMonitoringReport: 'monitoring',
  NotifyPeriodicEventStream: 'streams',
  NotifyPriorityCharging: 'charging',
  NotifySettlement: 'payments',
  OpenPeriodicEventStream: 'monitoring',
  PublishFirmwareStatusNotification: 'firmware',
  PullDynamicScheduleUpdate: 'charging',
  ReportChargingProfiles: 'charging',
  ReportDERControl: 'grid',
  ReservationStatusUpdate: 'reservations',
  SignedFirmwareStatusNotification: 'firmware',
  VatNumberValidation: 'payments',
}

const ajv = new Ajv({ strict: false, validateSchema: false, logger: false, multipleOfPrecision: 6 })
addFormats(ajv)

/** What is wrong with an answer by the official schema, unknown fields included. */
function faultsOf(protocol: Protocol, action: string, payload: unknown): unknown {
  const { $id, ...schema } = ADAPTERS[protocol].schemas[`${action}Response`] as { $id?: string }
  const validate = ajv.compile(schema)
  return validate(payload) ? null : validate.errors
}

/** Requests of the action, the same ones for the same seed; readings of 1.6 belong to no session. */
function requestsOf(protocol: Protocol, action: string): object[] {
  const { schemas } = ADAPTERS[protocol]
  const schema = schemas[`${action}Request`] ?? schemas[action]
  const made = fc.sample(matching(schema), { numRuns: SAMPLES, seed: environment.seed }) as object[]
  return made.map((payload) => {
    const plain = JSON.parse(JSON.stringify(payload)) as Record<string, unknown>
    return action === 'MeterValues' ? { ...plain, transactionId: undefined } : plain
  })
}

let site: TestSite
const stationIds = new Map<Protocol, number>()
beforeAll(async () => {
  site = await openTestSite({ limits: { framesPerSecond: 1_000_000 } })
  for (const protocol of PROTOCOLS) {
    const { stationId } = await site.client.stations.register({ identity: protocol })
    stationIds.set(protocol, stationId)
  }
})
afterAll(() => site.close())

const connect = async (protocol: Protocol) => {
  const charger = await RawCharger.connect(site.url, protocol, protocol)
  await charger.ask('BootNotification', bootOf(protocol))
  return charger
}

test('every message has its place', () => {
  const all = new Set(PROTOCOLS.flatMap((protocol) => FROM_STATIONS[protocol]))
  expect(Object.keys(HOME).sort()).toEqual([...all].sort())
})

describe.each(PROTOCOLS)(`on %s (seed ${environment.seed})`, (protocol) => {
  const actions = FROM_STATIONS[protocol].filter((action) => action !== 'NotifyPeriodicEventStream')

  test.each(actions)('%s is answered as its schema allows', async (action) => {
    const charger = await connect(protocol)
    for (const request of requestsOf(protocol, action)) {
      const answer = await charger.call(action, request)
      expect(answer, JSON.stringify(request)).toMatchObject([3, expect.any(String), expect.any(Object)])
      expect(faultsOf(protocol, action, answer[2])).toBeNull()
    }
    expect(charger.unasked.filter(([type]) => type !== 2)).toEqual([])
  })

  const told = FROM_STATIONS[protocol].filter((action) => HOME[action] !== 'elsewhere')
  test.each(told)('%s is found again as it came', async (action) => {
    const charger = await connect(protocol)
    const topic = HOME[action]
    const stationId = stationIds.get(protocol)
    if (topic === 'elsewhere' || topic === undefined) throw new Error(`${action} has no notice`)
    const requests = requestsOf(protocol, action)
    for (const request of requests) {
      if (action === 'NotifyPeriodicEventStream') charger.send([6, 'stream', action, request])
      else await charger.ask(action, request)
    }
    // A message that is never answered is known to be handled when the one after it is answered.
    await charger.ask('Heartbeat', {})
    const wanted = requests.map((request) => JSON.parse(JSON.stringify(request)) as object)
    // What is written when there is time for it joins the commit of another message; not later than this.
    await eventually(async () => {
      const { entries } = await site.client.notices.find({ stationId, topic, search: action, limit: SAMPLES })
      expect(entries.filter((entry) => entry.action === action).map(({ payload }) => payload)).toEqual(
        wanted.toReversed(),
      )
    })
    const { entries } = await site.client.notices.find({ stationId, topic })
    expect(entries.every(({ stationIdentity }) => stationIdentity === protocol)).toBe(true)
  })
})
