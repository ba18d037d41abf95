import type { ChargerEvent } from '../chargerEvents'
import type { Environment } from '../environment'
import type { ChargerFaults } from '../faults/faults'
import type { Timers } from '../timers'
import { checkSigningCertificate, verifySignature } from './signature'
import { type Download, download } from './transfer'

/** FirmwareStatusEnumType of 2.x and of 1.6's security extension; base 1.6 knows only some of them. */
export type FirmwareStatus =
  | 'Downloaded'
  | 'DownloadFailed'
  | 'Downloading'
  | 'DownloadScheduled'
  | 'Idle'
  | 'InstallationFailed'
  | 'Installing'
  | 'Installed'
  | 'InstallRebooting'
  | 'InstallScheduled'
  | 'InstallVerificationFailed'
  | 'InvalidSignature'
  | 'SignatureVerified'

/** What the server asked for. */
export interface FirmwareOrder {
  readonly location: string
  /** Null: 1.6 UpdateFirmware, which has none. */
  readonly requestId: number | null
  readonly retrieveAt: Date
  /** Null: as soon as it is there. */
  readonly installAt: Date | null
  /** Null: unsigned. */
  readonly signed: { readonly certificate: string; readonly signature: string } | null
  readonly retries: number
  readonly retrySeconds: number
}

export interface FirmwareParts {
  readonly timers: Timers
  readonly environment: Environment
  readonly faults: ChargerFaults
  /** Seconds that the installation takes. */
  readonly installSeconds: number
  readonly roots: () => readonly string[] | null
  readonly manufacturerRoots: () => readonly string[]
  /** Resolves when no session runs; until then no new one begins. */
  readonly whenIdle: () => Promise<void>
  /** Nothing came of it: sessions may begin again. */
  readonly putBack: () => void
  readonly emit: (event: ChargerEvent) => void
  readonly tell: (status: FirmwareStatus, order: FirmwareOrder) => void
  readonly securityEvent: (type: string, techInfo: string | null) => void
  /** Boots with the new version; `Installed` is told once that boot was accepted. */
  readonly reboot: (version: string) => void
}

interface Running {
  readonly order: FirmwareOrder
  readonly abort: AbortController
}

/** Updates the firmware as L01/L02 describe it: fetch, check, wait until nobody charges, install, reboot. */
export class Firmware {
  readonly #parts: FirmwareParts
  #running: Running | null = null
  #last: { readonly status: FirmwareStatus; readonly order: FirmwareOrder } | null = null
  #awaitsBoot: FirmwareOrder | null = null

  constructor(parts: FirmwareParts) {
    this.#parts = parts
  }

  /** What a trigger asks for: what was last told; null (Idle) when that was the end of it (L01.FR.25/26). */
  get current(): { readonly status: FirmwareStatus; readonly order: FirmwareOrder } | null {
    return this.#last?.status === 'Installed' ? null : this.#last
  }

  /** Looks at an order before it is answered. */
  async objection(order: FirmwareOrder): Promise<'InvalidCertificate' | null> {
    if (!order.signed) return null
    const { environment, manufacturerRoots } = this.#parts
    const verdict = await checkSigningCertificate(order.signed.certificate, manufacturerRoots(), environment.now())
    if (verdict === 'fine') return null
    this.#parts.securityEvent('InvalidFirmwareSigningCertificate', null)
    return verdict
  }

  /** Takes the order. `replaced`: another one was under way and is given up (L01.FR.24). */
  take(order: FirmwareOrder): { readonly replaced: boolean; readonly go: () => void } {
    const before = this.#running
    return {
      replaced: before !== null,
      go: () => {
        before?.abort.abort()
        void this.#run(order)
      },
    }
  }

  /** The boot after an installation was accepted. */
  booted(): void {
    const order = this.#awaitsBoot
    if (!order) return
    this.#awaitsBoot = null
    this.#tell('Installed', order)
    // L01.FR.31: after a signed update.
    if (order.signed) this.#parts.securityEvent('FirmwareUpdated', null)
  }

  /** Breaks off without a word: the charger is switched off. */
  stop(): void {
    this.#running?.abort.abort()
    this.#running = null
  }

  async #run(order: FirmwareOrder): Promise<void> {
    const running: Running = { order, abort: new AbortController() }
    this.#running = running
    const going = () => this.#running === running
    const say = (status: FirmwareStatus) => this.#tell(status, order)
    if (await this.#waitUntil(order.retrieveAt, running, () => say('DownloadScheduled'))) {
      const file = await this.#fetch(running)
      if (!going()) return
      if (!file.ok) say('DownloadFailed')
      else if (this.#verify(order, file.body, say)) {
        await this.#waitUntil(order.installAt, running, () => say('InstallScheduled'))
        if (going()) await this.#install(running, file.body, file.sha256)
      }
    }
    if (!going()) return
    this.#running = null
    if (!this.#awaitsBoot) this.#parts.putBack()
  }

  async #fetch(running: Running): Promise<Download> {
    const { faults, roots } = this.#parts
    const { location, retries, retrySeconds } = running.order
    this.#tell('Downloading', running.order)
    for (let attempt = 0; ; attempt += 1) {
      const file: Download =
        faults.firmware === 'download-failed'
          ? { ok: false, why: 'told to fail' }
          : await download(location, { roots: roots(), signal: running.abort.signal })
      if (file.ok || attempt >= retries || this.#running !== running) return file
      await this.#pause(retrySeconds, running)
    }
  }

  #verify(order: FirmwareOrder, file: Buffer, say: (status: FirmwareStatus) => void): boolean {
    say('Downloaded')
    if (!order.signed) return true
    const { certificate, signature } = order.signed
    if (this.#parts.faults.firmware !== 'bad-signature' && verifySignature(certificate, file, signature)) {
      say('SignatureVerified')
      return true
    }
    say('InvalidSignature')
    // L01: told as a security event too.
    this.#parts.securityEvent('InvalidFirmwareSignature', null)
    return false
  }

  async #install(running: Running, file: Buffer, sha256: string): Promise<void> {
    const { faults, installSeconds, reboot, whenIdle } = this.#parts
    const { order } = running
    await whenIdle()
    if (this.#running !== running) return
    this.#tell('Installing', order)
    if (installSeconds > 0) await this.#pause(installSeconds, running)
    if (this.#running !== running) return
    if (faults.firmware === 'install-failed') return this.#tell('InstallationFailed', order)
    if (faults.firmware === 'verification-failed') return this.#tell('InstallVerificationFailed', order)
    this.#tell('InstallRebooting', order)
    this.#awaitsBoot = order
    reboot(versionIn(file) ?? sha256.slice(0, 12))
  }

  /** False: given up meanwhile. */
  async #waitUntil(at: Date | null, running: Running, scheduled: () => void): Promise<boolean> {
    const seconds = at ? (at.getTime() - this.#parts.environment.now().getTime()) / 1000 : 0
    if (seconds > 0) {
      scheduled()
      await this.#pause(seconds, running)
    }
    return this.#running === running
  }

  #pause(seconds: number, { abort }: Running): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#parts.timers.after(seconds, resolve)
      abort.signal.addEventListener(
        'abort',
        () => {
          cancel()
          resolve()
        },
        { once: true },
      )
    })
  }

  #tell(status: FirmwareStatus, order: FirmwareOrder): void {
    this.#last = { status, order }
    this.#parts.emit({ kind: 'firmware', status, requestId: order.requestId })
    this.#parts.tell(status, order)
  }
}

/** A version that the file names in its first kilobytes, as `version: 1.2.3`; null when it names none. */
function versionIn(file: Buffer): string | null {
  const text = file.subarray(0, 4096).toString('latin1')
  return /version["']?\s*[:=]\s*["']?([\w.+-]{1,50})/i.exec(text)?.[1] ?? null
}
