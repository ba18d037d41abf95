import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { findingsOf } from '../../support/accessibility'
import { type DemoConsole, openDemo } from '../../support/demoConsole'
import { environment } from '../../support/environment'
import type { Console, PageName } from '../../support/pages/console'
import type { RunningProgram } from '../../support/runningProgram'

const CHARGERS = ['DEMO-WALL-1', 'DEMO-TWIN-2', 'DEMO-POST-3']

describe.skipIf(environment.chromium === null)('the demo', () => {
  let demo: DemoConsole | null = null
  let program: RunningProgram
  let console: Console

  beforeAll(async () => {
    demo = await openDemo()
    ;({ program, console } = demo)
  })
  afterAll(async () => {
    await demo?.close()
    if (demo) expect(existsSync(program.ready.dataFolder)).toBe(false)
  })

  it('says what it is, and has three chargers that live by themselves', async () => {
    expect(program.ready).toMatchObject({ phase: 'running', demo: true })
    await console.goTo('Overview')
    await console.strip.getByText('Demo', { exact: true }).waitFor()
    for (const identity of CHARGERS)
      await console.overview
        .tile(identity)
        .getByText(/EVSE 1/)
        .waitFor()
    await console.overview
      .tile(CHARGERS[0] ?? '')
      .getByText('Charging')
      .waitFor({ timeout: 60_000 })
    // What they had to tell of the days before.
    await console.goTo('Reports')
    await console.page.getByRole('row', { name: /Workshop/ }).waitFor()
    await console.goTo('Overview')
    await console.overview.decision('DEMO-TWIN-2 asks for a certificate').waitFor({ timeout: 60_000 })
  })

  it('accepts what the classic examples send as they are', async () => {
    const [url] = program.ready.ocpp
    for (const [protocol, payload, answer] of [
      ['ocpp2.0.1', { idToken: { idToken: 'AA12345', type: 'ISO14443' } }, { idTokenInfo: { status: 'Accepted' } }],
      ['ocpp1.6', { idTag: 'AA12345' }, { idTagInfo: { status: 'Accepted' } }],
    ] as const) {
      const socket = new WebSocket(`${url}/CP_1`, [protocol])
      await once(socket, 'open')
      const replied = answerTo(socket, '1')
      socket.send(JSON.stringify([2, '1', 'Authorize', payload]))
      expect(await replied).toMatchObject([3, '1', answer])
      socket.close()
      await once(socket, 'close')
    }
  })

  it.each([
    ['light', 1440, 900],
    ['dark', 1024, 700],
  ] as const)(
    'has no finding of axe on any page, nor anything too wide (%s, %i × %i)',
    async (colorScheme, width, height) => {
      const { page } = console
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      const look = async (what: string) => {
        // What only stands there for a mouse that rests on something would hide what is under it.
        await page.mouse.move(2, 2)
        await page.getByRole('tooltip').waitFor({ state: 'detached' })
        await page.getByRole('status', { name: 'Loading…' }).first().waitFor({ state: 'detached' })
        expect(await findingsOf(page), what).toEqual([])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          what,
        ).toBeLessThanOrEqual(0)
      }
      const pages: PageName[] = ['Overview', 'Stations', 'Sessions', 'Cards', 'Requests', 'Certificates', 'Events']
      for (const name of pages) {
        await console.goTo(name)
        await look(name)
      }
      for (const tab of ['Card decisions', 'Changes'] as const) {
        await console.events.show(tab)
        await look(tab)
      }
      await console.goTo('Stations')
      await console.stations.link('DEMO-TWIN-2').click()
      await console.stations.drawer('DEMO-TWIN-2').getByText('Twin 22').waitFor()
      await look('a station')
      await page.keyboard.press('Escape')
      await console.stations.drawer('DEMO-TWIN-2').waitFor({ state: 'detached' })
      await console.goTo('Cards')
      await page.getByRole('link', { name: 'Enrol card' }).first().click()
      await console.cards.enrolForm.waitFor()
      await look('the form for a card')
      await page.keyboard.press('Escape')
      await console.cards.enrolForm.waitFor({ state: 'detached' })
    },
  )
})

/** The answer to a CALL; what the server itself asks in between is left unanswered. */
async function answerTo(socket: WebSocket, id: string): Promise<unknown[]> {
  return new Promise((resolve) => {
    socket.on('message', (data) => {
      const frame: unknown = JSON.parse(String(data))
      if (Array.isArray(frame) && frame[0] !== 2 && frame[1] === id) resolve(frame)
    })
  })
}
