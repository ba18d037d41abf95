import type { ChargerEvent } from '../chargerEvents'
import type { Cancel, Environment } from '../environment'
import type { CallOutcome } from '../link/callOutcome'
import type { Timers } from '../timers'
import type { Variables } from '../variables'
import { checkChain } from './chainCheck'
import { type KeyType, privateKeyPem, type RequestedKey, requestKey } from './keys'

export interface EnrolmentParts {
  readonly environment: Environment
  readonly timers: Timers
  readonly variables: Variables
  readonly serialNumber: string
  readonly keyType: KeyType
  /** One of them has to be above its certificate, PEM; null: any. */
  readonly roots: () => readonly string[] | null
  readonly emit: (event: ChargerEvent) => void
  /** A number for each request, told from 2.1 on. */
  readonly nextRequestId: () => number
  readonly send: (csrPem: string, requestId: number) => Promise<CallOutcome<{ readonly status?: unknown }>>
}

/** What the server said to a certificate request. `accepted` only means that it will be looked at. */
export interface RequestOutcome {
  readonly accepted: boolean
  readonly csr: string
  readonly answer: CallOutcome
}

/** A certificate in use. */
export interface Installed {
  /** PEM, leaf first. */
  readonly chain: string
  /** PKCS#8 PEM; a virtual charger has no secure element, and tests want to look. */
  readonly privateKey: string
}

/** Requests waiting for an answer at most; the oldest key is forgotten when there are more. */
const MAX_PENDING = 8

/** A charger's certificate business (A02): asks, asks again, checks what comes, keeps it. */
export class Enrolment {
  readonly #parts: EnrolmentParts
  readonly #pending: (RequestedKey & { readonly requestId: number })[] = []
  #installed: Installed | null = null
  #cancelRepeat: Cancel = () => undefined

  constructor(parts: EnrolmentParts) {
    this.#parts = parts
  }

  get installed(): Installed | null {
    return this.#installed
  }

  /** Makes a key pair and asks for its certificate. */
  async request(): Promise<RequestOutcome> {
    const { keyType, serialNumber, variables } = this.#parts
    const requestId = this.#parts.nextRequestId()
    const key = { ...(await requestKey(keyType, serialNumber, variables.organisation)), requestId }
    this.#pending.push(key)
    if (this.#pending.length > MAX_PENDING) this.#pending.shift()
    return this.#send(key, 0)
  }

  /** Checks what CertificateSigned brought. Null: installed. Else why not, in one sentence. */
  async install(chain: string, requestId: number | null): Promise<string | null> {
    const { emit, environment, roots, serialNumber, variables } = this.#parts
    // A02.FR.26 (2.1): an answer to a request that was never made.
    const pending = this.#pending.filter((key) => requestId === null || key.requestId === requestId)
    const verdict = await checkChain(chain, {
      spkis: new Set(pending.map(({ spki }) => spki)),
      serialNumber,
      maxChainSize: variables.maxChainSize,
      now: environment.now(),
      roots: roots(),
    })
    if (!verdict.ok) {
      emit({ kind: 'certificate-refused', why: verdict.why })
      return verdict.why
    }
    const index = this.#pending.findIndex(({ spki }) => spki === verdict.spki)
    const [key] = this.#pending.splice(index, 1)
    if (!key) return 'the key is gone'
    this.#cancelRepeat()
    this.#installed = { chain, privateKey: await privateKeyPem(key.keys) }
    emit({ kind: 'certificate-installed', chain })
    return null
  }

  /** Refuses without looking, and does not ask again by itself (A02.FR.20). */
  refuse(why: string): void {
    this.#cancelRepeat()
    this.#parts.emit({ kind: 'certificate-refused', why })
  }

  async #send(key: RequestedKey & { readonly requestId: number }, repeats: number): Promise<RequestOutcome> {
    const { emit, send, timers, variables } = this.#parts
    const answer = await send(key.csrPem, key.requestId)
    const accepted = answer.kind === 'answered' && answer.payload.status === 'Accepted'
    emit({ kind: 'certificate-requested', csr: key.csrPem, status: statusOf(answer) })
    this.#cancelRepeat()
    if (accepted && repeats < variables.certSigningRepeats) {
      // The wait doubles each time (A02.FR.17/18). The same key again: for the server it is the same request.
      this.#cancelRepeat = timers.after(variables.certSigningWaitSeconds * 2 ** repeats, () => {
        void this.#send(key, repeats + 1)
      })
    }
    return { accepted, csr: key.csrPem, answer }
  }
}

function statusOf(answer: CallOutcome<{ readonly status?: unknown }>): string {
  return answer.kind === 'answered' ? String(answer.payload.status) : answer.kind
}
