import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ID_TOKEN_TYPES, type IdToken } from '@shared/ocpp/idToken'
import { isIdentity } from '@shared/ocpp/station'
import { cardSentence } from './cardSentence'
import { type Charger, createCharger } from './charger'
import type { ChargerEvent } from './chargerEvents'
import type { CardOutcome } from './driver'
import { eventSentence } from './eventSentence'
import { VERSIONS, type Version } from './options'

const HELP = `A virtual charger that speaks OCPP 1.6, 2.0.1 or 2.1.

  charger --url ws://127.0.0.1:9000 --id CP_9 [options]

  --url URL               where the server listens; the identity is appended
  --id IDENTITY           the charger's identity
  --version 1.6|2.0.1|2.1 OCPP version (default 2.0.1)
  --serial TEXT           serial number (default: the identity)
  --vendor TEXT           vendor
  --model TEXT            model
  --organisation TEXT     organisation in certificate requests
  --password TEXT         password for Basic authentication
  --root FILE             root certificate of the site (PEM), for a wss:// address
  --evses N               number of EVSEs (default 1)
  --power W               full power in watts (default 11000)
  --speed N               seconds of charging in one second (default 1)
  --meter-interval S      seconds between meter values (default 60)
  --skip-boot             never boot, never tell anything by itself
  --card VALUE[:TYPE]     once accepted, present this card and charge; TYPE is one of
                          ${ID_TOKEN_TYPES.slice(0, 7).join(', ')},
                          ${ID_TOKEN_TYPES.slice(7).join(', ')}
  --charge-for S          with --card: seconds until the card is presented again (default: at ^C)
  --request-certificate   once accepted, ask for a certificate
  --once                  stop when --card and --request-certificate have been answered
  --json                  events as JSON, one a line
  --frames                show the frames too
  --help                  this text
`

const { values } = (() => {
  try {
    return parseArgs({
      options: {
        url: { type: 'string' },
        id: { type: 'string' },
        version: { type: 'string', default: '2.0.1' },
        serial: { type: 'string' },
        vendor: { type: 'string' },
        model: { type: 'string' },
        organisation: { type: 'string' },
        password: { type: 'string' },
        root: { type: 'string' },
        evses: { type: 'string' },
        power: { type: 'string' },
        speed: { type: 'string' },
        'meter-interval': { type: 'string' },
        'skip-boot': { type: 'boolean' },
        card: { type: 'string' },
        'charge-for': { type: 'string' },
        'request-certificate': { type: 'boolean' },
        once: { type: 'boolean' },
        json: { type: 'boolean' },
        frames: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
})()

if (values.help) {
  process.stdout.write(HELP)
} else {
  await run()
}

async function run(): Promise<void> {
  const { url, id, version } = values
  if (!url || !/^wss?:\/\//.test(url)) return refuse('--url has to be a ws:// or wss:// address')
  if (!id || !isIdentity(id)) return refuse('--id has to be 1 to 48 characters without : / \\ ? #')
  if (!isVersion(version)) return refuse(`--version is one of ${VERSIONS.join(', ')}`)
  const card = values.card === undefined ? null : readCard(values.card)
  const chargeFor = number('charge-for')
  const charger = createCharger({
    url,
    identity: id,
    version,
    serialNumber: values.serial,
    vendor: values.vendor,
    model: values.model,
    organisation: values.organisation,
    password: values.password,
    ...(values.root === undefined ? {} : { trustedRoots: [readRoot(values.root)] }),
    evses: number('evses'),
    powerW: number('power'),
    speed: number('speed'),
    meterIntervalSeconds: number('meter-interval'),
    skipBoot: values['skip-boot'],
  })
  charger.on(show)
  let stopping: Promise<void> | null = null
  const stop = () => {
    stopping ??= charger.stop()
    return stopping
  }
  const unplug: Unplug = { now: null }
  // With a session under way the first ^C is the driver who leaves: a charger that is gone without a word leaves one open.
  process.on('SIGINT', () => (unplug.now === null ? void stop() : unplug.now()))
  process.once('SIGTERM', () => void stop())
  charger.start()
  try {
    await charger.waitFor('ready', undefined, { timeoutSeconds: Infinity, from: 'history' })
    const isOver = await errands(charger, card, chargeFor, unplug)
    if (values.once || isOver) {
      await charger.whenQuiet()
      await stop()
    }
  } catch (error) {
    // Waiting ends with an error when the charger is stopped meanwhile: that is what ^C asked for.
    if (!stopping) throw error
  }
}

interface Unplug {
  /** Ends the session that the card began; null while there is none. */
  now: (() => void) | null
}

/** @returns whether it was told to end meanwhile. */
async function errands(
  charger: Charger,
  card: IdToken | null,
  chargeFor: number | undefined,
  unplug: Unplug,
): Promise<boolean> {
  if (values['request-certificate']) {
    const { accepted } = await charger.requestCertificate()
    if (accepted && values.once) await certificateAnswer(charger)
  }
  if (!card) return false
  const begun = await charger.presentCard(1, card)
  tellCard(begun)
  if (begun.outcome !== 'started') return false
  const isOver = await new Promise<boolean>((resolve) => {
    const timer = chargeFor === undefined ? undefined : setTimeout(() => resolve(false), chargeFor * 1000)
    const off = charger.on(({ kind }) => {
      if (kind !== 'stopped') return
      clearTimeout(timer)
      off()
      resolve(true)
    })
    unplug.now = () => {
      clearTimeout(timer)
      resolve(true)
    }
  })
  unplug.now = null
  tellCard(await charger.presentCard(1, card))
  return isOver
}

/** A person decides about it, so this takes as long as it takes. */
async function certificateAnswer(charger: Charger): Promise<void> {
  const forever = { timeoutSeconds: Infinity, from: 'history' } as const
  await Promise.any([
    charger.waitFor('certificate-installed', undefined, forever),
    charger.waitFor('certificate-refused', undefined, forever),
  ])
}

function show(event: ChargerEvent): void {
  if (event.kind === 'frame' && !values.frames) return
  if (values.json) say(event)
  else {
    const sentence = eventSentence(event)
    if (sentence) process.stdout.write(`${new Date().toISOString()}  ${sentence}\n`)
  }
}

function tellCard(outcome: CardOutcome): void {
  if (values.json) say({ kind: 'card', ...outcome })
  else process.stdout.write(`${new Date().toISOString()}  ${cardSentence(outcome)}\n`)
}

function say(value: object): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...value })}\n`)
}

function readCard(text: string): IdToken {
  const colon = text.lastIndexOf(':')
  if (colon < 0) return { value: text, type: 'ISO14443' }
  const type = ID_TOKEN_TYPES.find((known) => known.toLowerCase() === text.slice(colon + 1).toLowerCase())
  return type
    ? { value: text.slice(0, colon), type }
    : refuse(`--card: the type is one of ${ID_TOKEN_TYPES.join(', ')}`)
}

function readRoot(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return refuse(`--root: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function isVersion(text: string | undefined): text is Version {
  return VERSIONS.some((version) => version === text)
}

function number(name: 'evses' | 'power' | 'speed' | 'meter-interval' | 'charge-for'): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const value = Number(text)
  return Number.isFinite(value) && value > 0 ? value : refuse(`--${name} has to be a number above 0`)
}

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n\n${HELP}`)
  process.exit(2)
}
