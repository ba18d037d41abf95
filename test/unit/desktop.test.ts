import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { applicationMenu } from '@main/hosts/electron/applicationMenu'
import { isConsoleUrl } from '@main/hosts/electron/consolePage'
import { placeOfArguments, placeOfLink } from '@main/hosts/electron/deepLink'
import { openKeptSwitches } from '@main/hosts/electron/keptSwitches'
import { ownArguments } from '@main/hosts/electron/launchArguments'
import { quitQuestion } from '@main/hosts/electron/quitQuestion'
import { trayMenu } from '@main/hosts/electron/trayMenu'
import { keepWindowState, readWindowState } from '@main/hosts/electron/windowState'
import { preferredLanguage } from '@shared/words/languages'
import { speechIn } from '@shared/words/speech'
import { describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../support/runningProgram'

const english = speechIn('en')

describe('the arguments of the desktop program', () => {
  it('are what is left without the program and the switches of its runtime', () => {
    const argv = ['/opt/electron', '--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '/src/app', '--demo']
    expect(ownArguments(argv, false)).toEqual(['--demo'])
    expect(ownArguments(['C:\\Chargehand.exe', '--data', 'D:\\site'], true)).toEqual(['--data', 'D:\\site'])
  })

  it('keep what is mistyped, so that it is refused and not passed over', () => {
    expect(ownArguments(['/opt/electron', '/src/app', '--dmeo', 'x'], false)).toEqual(['--dmeo', 'x'])
  })
})

describe('the question before quitting', () => {
  it('names how many stations would miss the server, and stays by default', () => {
    expect(quitQuestion(1, english)).toMatchObject({ message: '1 station is connected.', defaultId: 1, cancelId: 1 })
    expect(quitQuestion(3, english)).toMatchObject({ message: '3 stations are connected.' })
  })

  it('is not asked when there is none', () => {
    expect(quitQuestion(0, english)).toBeNull()
  })
})

describe('the tray', () => {
  const act = { show: vi.fn(), quit: vi.fn() }

  it('shows where stations can reach the server and how many do; the first not while it is locked', () => {
    const state = {
      phase: 'running' as const,
      listeners: [{ url: 'ws://0.0.0.0:9000', reachableAt: ['ws://192.0.2.10:9000'] }],
      stations: { admitted: 8, connected: 7 },
    }
    const labels = (isLocked: boolean) => trayMenu(state, act, english, isLocked).map(({ label }) => label)
    expect(labels(true).slice(2, 4)).toEqual(['Locked', '7 stations connected'])
    expect(labels(true).join()).not.toContain('192.0.2.10')
    expect(labels(false)).toEqual([
      'Show console',
      undefined,
      'Listening on ws://192.0.2.10:9000',
      '7 stations connected',
      undefined,
      'Quit Chargehand',
    ])
  })

  it('says that the site waits for its name', () => {
    const menu = trayMenu({ phase: 'setup', listeners: [], stations: { admitted: 0, connected: 0 } }, act, english)
    expect(menu.map(({ label }) => label)).toContain('Not set up yet')
  })
})

describe('the console’s address in the window', () => {
  it.each([
    ['https://chargehand.invalid/', true],
    ['https://chargehand.invalid/#/stations/3', true],
    ['https://chargehand.invalid.evil.example/', false],
    ['https://evil.example/https://chargehand.invalid/', false],
    ['http://chargehand.invalid/', false],
    ['file:///etc/passwd', false],
  ])('%s: %s', (url, ours) => {
    expect(isConsoleUrl(url)).toBe(ours)
  })
})

describe('a link into the console', () => {
  it.each([
    ['chargehand://stations/3/log', 'stations/3/log'],
    ['chargehand:///requests/', 'requests'],
    ['CHARGEHAND:cards?search=AA%2012', 'cards?search=AA%2012'],
    ['chargehand://', ''],
    ['https://example.com/', null],
    ['chargehand://x" onload="y', null],
    ['chargehand://stations/3#/cards', null],
    [`chargehand://${'a'.repeat(600)}`, null],
  ])('%s means %s', (link, place) => {
    expect(placeOfLink(link)).toBe(place)
  })

  it('is found among the arguments, and is no option', () => {
    const argv = ['/opt/chargehand', '--no-sandbox', '--data', '/srv', 'chargehand://requests/4']
    expect(placeOfArguments(argv)).toBe('requests/4')
    expect(placeOfArguments(argv.slice(0, 4))).toBeNull()
    expect(ownArguments(argv, true)).toEqual(['--data', '/srv'])
  })
})

describe('the place of the window', () => {
  const screens = [{ x: 0, y: 25, width: 1440, height: 875 }]
  const bounds = { x: 100, y: 80, width: 1280, height: 700 }

  it('is the one it had, if a screen still shows it', () => {
    const { folder, remove } = temporaryFolder()
    try {
      const file = path.join(folder, 'window.json')
      expect(readWindowState(file, screens)).toBeNull()
      keepWindowState(file, { bounds, maximised: true })
      expect(readWindowState(file, screens)).toEqual({ bounds, maximised: true })
      expect(readWindowState(file, [{ x: 3000, y: 0, width: 1440, height: 900 }])).toBeNull()
      for (const lost of [
        { ...bounds, x: 1400 },
        { ...bounds, x: -1200 },
        { ...bounds, y: -40 },
        { ...bounds, y: 850 },
      ]) {
        keepWindowState(file, { bounds: lost, maximised: false })
        expect(readWindowState(file, screens), JSON.stringify(lost)).toBeNull()
      }
    } finally {
      remove()
    }
  })

  it('is the usual one when the file is damaged, and a folder that takes none hurts nobody', () => {
    const { folder, remove } = temporaryFolder()
    try {
      const file = path.join(folder, 'window.json')
      for (const damaged of ['', '{', '{"bounds":{"x":"1"}}', '[]']) {
        writeFileSync(file, damaged)
        expect(readWindowState(file, screens), damaged).toBeNull()
      }
      keepWindowState(path.join(folder, 'gone', 'window.json'), { bounds, maximised: false })
      expect(readFileSync(file, 'utf8')).toBe('[]')
    } finally {
      remove()
    }
  })
})

describe('the menu', () => {
  it('leads to every page by a key of its own, and quits with the question', () => {
    const act = { goTo: vi.fn(), lock: vi.fn(), quit: vi.fn() }
    const items = applicationMenu('win32', act, english.words.host).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    )
    const keys = items.map(({ accelerator }) => accelerator).filter(Boolean)
    expect(new Set(keys).size).toBe(keys.length)
    const press = (label: string) =>
      items.find((item) => item.label === label)?.click?.({} as never, undefined, {} as never)
    press('Requests')
    expect(act.goTo).toHaveBeenCalledWith('requests')
    press('Lock')
    expect(act.lock).toHaveBeenCalledOnce()
    press('Quit Chargehand')
    expect(act.quit).toHaveBeenCalledOnce()
  })

  it('has the system’s own items first on macOS', () => {
    const [first] = applicationMenu('darwin', { goTo() {}, lock() {}, quit() {} }, english.words.host)
    expect(first).toEqual({ role: 'appMenu' })
  })
})

describe('what the computer does for the program', () => {
  it('is kept for the next start, keeps the computer awake at first, and lets go at the end', () => {
    const { folder, remove } = temporaryFolder()
    try {
      const file = path.join(folder, 'desktop.json')
      let held = 0
      const login = { on: false }
      const system = {
        keepAwake: () => {
          held += 1
          return () => {
            held -= 1
          }
        },
        languages: () => ['ko-KR', 'en-GB'],
        login: {
          isOn: () => login.on,
          set: (on: boolean) => {
            login.on = on
          },
        },
      }
      const heard = vi.fn()
      const language = preferredLanguage(system.languages())
      const first = openKeptSwitches(file, system, heard)
      expect([first.state(), held]).toEqual([{ keepAwake: true, startAtLogin: false, language }, 1])
      first.setKeepAwake(true)
      expect(held).toBe(1)
      first.setKeepAwake(false)
      first.setStartAtLogin(true)
      expect([first.state(), held]).toEqual([{ keepAwake: false, startAtLogin: true, language }, 0])
      expect(heard).not.toHaveBeenCalled()
      first.setLanguage('de')
      expect(heard).toHaveBeenCalledOnce()
      first.close()

      const second = openKeptSwitches(file, { ...system, login: null }, heard)
      expect([second.state(), held]).toEqual([{ keepAwake: false, startAtLogin: null, language: 'de' }, 0])
      second.setKeepAwake(true)
      expect(held).toBe(1)
      second.close()
      expect(held).toBe(0)
      writeFileSync(file, '{"keepAwake":"no"}')
      expect(openKeptSwitches(file, system, heard).state().keepAwake).toBe(true)
    } finally {
      remove()
    }
  })
})
