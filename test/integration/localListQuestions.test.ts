import { afterEach, beforeEach, expect, test } from 'vitest'
import { RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

// A charger that keeps its local lists to itself, and drops its connection often.

const DAY = 24 * 60 * 60_000
const IDENTITY = 'CP_1'

let site: TestSite
/** How far the site's clock runs ahead of this computer's. */
let ahead = 0
beforeEach(async () => {
  ahead = 0
  site = await openTestSite({ clock: () => Date.now() + ahead, localLists: { gatherMs: 20 } })
  await site.client.stations.register({ identity: IDENTITY })
  await site.client.cards.enrol({ token: 'AA' })
  // Nothing else has it look at a charger between its connection and its boot.
  await site.site.localLists.settled()
})
afterEach(() => site.close())

/** Connects and boots; the site has looked at it once this resolves. */
async function visit(firmwareVersion: string): Promise<RawCharger> {
  const charger = await RawCharger.connect(site.url, IDENTITY, 'ocpp2.0.1')
  const chargingStation = { vendorName: 'Vendor', model: 'Model', serialNumber: 'SN-1', firmwareVersion }
  await charger.ask('BootNotification', { reason: 'PowerUp', chargingStation })
  // The site looks at it after the answer to its boot has gone out.
  await charger.ask('Heartbeat', {})
  await site.site.localLists.settled()
  return charger
}

/** Once nothing that was asked is still under way. */
const settled = () =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (site.site.commands.open().length > 0) return
      stop()
      resolve()
    }
    const stop = site.site.changes.on('command', look)
    look()
  })

async function refuse(charger: RawCharger): Promise<string> {
  const [, id, action] = await charger.next()
  charger.send([4, id, 'NotSupported', '', {}])
  return String(action)
}

/** How often it was asked, by what stands on disk. */
const asked = async () => {
  const { entries } = await site.client.events.audit({ limit: 100 })
  return {
    commands: (await site.client.commands.find({})).entries.length,
    audited: entries.filter(({ action }) => action === 'command-sent').length,
  }
}
const list = () => site.site.localLists.all()[0]

test('is asked what its list holds once a firmware or a day, and not at each of its connections', async () => {
  const first = await visit('1.0')
  expect([await refuse(first), await refuse(first)]).toEqual(['GetVariables', 'GetReport'])
  await settled()
  await first.close()
  for (let times = 0; times < 4; times += 1) {
    const again = await visit('1.0')
    await again.close()
    expect(again.unasked).toEqual([])
  }
  expect(await asked()).toEqual({ commands: 2, audited: 2 })
  expect(list()).toMatchObject({ state: 'unknown', online: false })

  // A restart of the program does not ask again, either.
  site = await site.restart()
  await (await visit('1.0')).close()
  // Another firmware may know more. This time it leaves without a word.
  const silent = await visit('2.0')
  expect((await silent.next())[2]).toBe('GetVariables')
  await silent.close()
  await settled()
  await (await visit('2.0')).close()
  expect(await asked()).toEqual({ commands: 4, audited: 4 })

  ahead = DAY
  const willing = await visit('2.0')
  const [, id, , { getVariableData }] = (await willing.next()) as [2, string, string, { getVariableData: object[] }]
  const values = getVariableData.map((name) => ({ ...name, attributeStatus: 'Accepted', attributeValue: 'true' }))
  willing.send([3, id, { getVariableResult: values }])
  const answers: Record<string, object> = {
    GetReport: { status: 'NotSupported' },
    GetLocalListVersion: { versionNumber: 0 },
    SendLocalList: { status: 'Accepted' },
  }
  const inStep = new Promise<void>((resolve) => {
    site.site.changes.on('localList', () => list()?.state === 'in-step' && resolve())
  })
  for (let more = 0; more < 3; more += 1) {
    const [, called, action] = await willing.next()
    willing.send([3, called, answers[String(action)]])
  }
  await inStep
  expect(list()).toMatchObject({ state: 'in-step', entries: 1, version: 1 })
  expect(await asked()).toEqual({ commands: 6, audited: 6 })
})
