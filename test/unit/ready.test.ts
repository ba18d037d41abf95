import { listeningWords, type ReadyFacts, readyJson, readyWords } from '@main/ready'
import { toldAsItCame } from '@shared/told'
import { speechIn } from '@shared/words/speech'
import { describe, expect, it } from 'vitest'

const running: ReadyFacts = {
  console: 'http://127.0.0.1:9080/open?key=abc',
  dataFolder: '/data',
  api: null,
  demoTokens: null,
  state: {
    phase: 'running',
    demo: false,
    tlsProblem: null,
    keyStore: { kind: 'key-file' },
    listeners: [
      { url: 'ws://0.0.0.0:9000', reachableAt: ['ws://192.0.2.10:9000', 'ws://198.51.100.4:9000/'] },
      { url: 'ws://127.0.0.1:9001', reachableAt: [] },
      { url: 'wss://0.0.0.0:8443', reachableAt: ['wss://192.0.2.10:8443'] },
    ],
  },
}

describe('the ready line', () => {
  it('is one line with the link, the addresses, the folder and who protects the keys', () => {
    expect(readyWords(running, speechIn('en'))).toBe(
      'Chargehand is ready. · Console (opens once): http://127.0.0.1:9080/open?key=abc · ' +
        'Chargers: ws://192.0.2.10:9000/<identity>, ws://198.51.100.4:9000/<identity>, ws://127.0.0.1:9001/<identity>, ' +
        'wss://192.0.2.10:8443/<identity> · ' +
        'Data: /data · Keys: protected by a key file in the data folder',
    )
  })

  it('says so when the site waits for its name, and names no address then', () => {
    const line = readyWords(
      { ...running, console: null, state: { ...running.state, phase: 'setup', listeners: [] } },
      speechIn('en'),
    )
    expect(line).toContain('ready to be set up')
    expect(line).toContain('Console: in its window')
    expect(line).not.toContain('Chargers:')
  })

  it('is followed by the addresses when the first run is over', () => {
    expect(listeningWords(running.state, speechIn('en'))).toMatch(
      /^Chargehand is ready\. · Chargers: ws:\/\/192\.0\.2\.10:9000\/<identity>, .*wss:\/\/192\.0\.2\.10:8443\/<identity>$/,
    )
  })

  it('says why there is no TLS, and that nobody can come in where the other port is closed as well', () => {
    const tlsProblem = 'Port 8443 is already used by another program.'
    const some = { ...running, state: { ...running.state, tlsProblem: toldAsItCame(tlsProblem) } }
    expect(readyWords(some, speechIn('en'))).toContain(`No TLS: ${tlsProblem}`)
    expect(readyWords(some, speechIn('en'))).not.toContain('No charger can connect')
    expect(JSON.parse(readyJson(some))).toMatchObject({ tlsProblem })
    const none = { ...some, state: { ...some.state, listeners: [] } }
    expect(readyWords(none, speechIn('en'))).toContain('No charger can connect')
  })

  it('tells the port for MQTT alone apart from those of chargers', () => {
    const mqtt = { url: 'mqtts://192.0.2.10:8883', reachableAt: [] }
    const state = { ...running.state, listeners: [...running.state.listeners, mqtt] }
    const ready = JSON.parse(readyJson({ ...running, state }))
    expect(ready.mqtt).toEqual(['mqtts://192.0.2.10:8443', 'mqtts://192.0.2.10:8883'])
    expect([...ready.ocpp, ...ready.ocppTls].join(' ')).not.toContain('mqtts')
    expect(readyWords({ ...running, state }, speechIn('en'))).not.toContain('mqtts')
  })

  it('names the port for scripts, and never a token', () => {
    const demoTokens = { device: 'chd_1_x', admin: 'cha_1_y' }
    const line = readyWords({ ...running, api: 'http://127.0.0.1:9081/api', demoTokens }, speechIn('en'))
    expect(line).toContain(' · Scripts: http://127.0.0.1:9081/api · ')
    expect(line).not.toMatch(/ch[da]_1/)
  })

  it('says why nothing is listened for with TLS', () => {
    const state = { ...running.state, tlsProblem: toldAsItCame('Port 8443 is taken.') }
    expect(readyWords({ ...running, state }, speechIn('en'))).toContain(' · No TLS: Port 8443 is taken. · ')
  })

  it('says that a demo keeps nothing', () => {
    expect(readyWords({ ...running, state: { ...running.state, demo: true } }, speechIn('en'))).toContain(
      'Demo, nothing is kept: /data',
    )
  })

  it('has a form for machines with the same facts', () => {
    expect(JSON.parse(readyJson(running))).toEqual({
      ready: true,
      phase: 'running',
      console: 'http://127.0.0.1:9080/open?key=abc',
      ocpp: ['ws://192.0.2.10:9000', 'ws://198.51.100.4:9000', 'ws://127.0.0.1:9001'],
      ocppTls: ['wss://192.0.2.10:8443'],
      dataFolder: '/data',
      keyStore: 'key-file',
      demo: false,
      devices: ['https://192.0.2.10:8443'],
      mqtt: ['mqtts://192.0.2.10:8443'],
      api: null,
      tlsProblem: null,
    })
    const demoTokens = { device: 'chd_1_x', admin: 'cha_1_y' }
    expect(JSON.parse(readyJson({ ...running, api: 'http://127.0.0.1:9081/api', demoTokens }))).toMatchObject({
      api: 'http://127.0.0.1:9081/api',
      deviceToken: 'chd_1_x',
      adminToken: 'cha_1_y',
    })
    expect(readyJson(running)).not.toContain('\n')
  })
})
