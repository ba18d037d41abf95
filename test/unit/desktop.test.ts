import { isConsoleUrl } from '@main/hosts/electron/consolePage'
import { ownArguments } from '@main/hosts/electron/launchArguments'
import { quitQuestion } from '@main/hosts/electron/quitQuestion'
import { trayMenu } from '@main/hosts/electron/trayMenu'
import { describe, expect, it, vi } from 'vitest'

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
    expect(quitQuestion(1)).toMatchObject({ message: '1 station is connected.', defaultId: 1, cancelId: 1 })
    expect(quitQuestion(3)).toMatchObject({ message: '3 stations are connected.' })
  })

  it('is not asked when there is none', () => {
    expect(quitQuestion(0)).toBeNull()
  })
})

describe('the tray', () => {
  const act = { show: vi.fn(), quit: vi.fn() }

  it('shows where stations can reach the server and how many do', () => {
    const menu = trayMenu(
      {
        phase: 'running',
        listeners: [{ url: 'ws://0.0.0.0:9000', reachableAt: ['ws://192.0.2.10:9000'] }],
        stations: { admitted: 8, connected: 7 },
      },
      act,
    )
    expect(menu.map(({ label }) => label)).toEqual([
      'Show console',
      undefined,
      'Listening on ws://192.0.2.10:9000',
      '7 stations connected',
      undefined,
      'Quit Chargehand',
    ])
  })

  it('says that the site waits for its name', () => {
    const menu = trayMenu({ phase: 'setup', listeners: [], stations: { admitted: 0, connected: 0 } }, act)
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
