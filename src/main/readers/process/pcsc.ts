import koffi from 'koffi'
import { CODE, PcscError } from './codes.ts'
import { layoutFor, type PcscLayout } from './layout.ts'

/** One reader as the service sees it: its state word (SCARD_STATE_*), the count of card events in the upper half. */
export interface ReaderEvent {
  readonly name: string
  readonly state: number
}

/** What is needed of the system's smart-card service. Nothing here blocks the event loop; all reject with PcscError. */
export interface Pcsc {
  /** Opens a connection to the service. Calls of one context wait for each other, so that reading has one of its own. */
  establish(): Promise<number>
  release(context: number): Promise<void>
  /** Names of the readers; empty when there is none. */
  listReaders(context: number): Promise<string[]>
  /** Waits until one of the readers is in another state than the known one; null when none was within `timeoutMs`. */
  nextChange(context: number, known: readonly ReaderEvent[], timeoutMs: number): Promise<ReaderEvent[] | null>
  connect(context: number, reader: string): Promise<{ readonly card: number; readonly protocol: number }>
  /** Sends a command to the card and gives its whole answer, status bytes included; it may be empty. */
  transmit(card: number, protocol: number, command: Uint8Array): Promise<Uint8Array>
  /** Leaves the card as it is. */
  disconnect(card: number): Promise<void>
}

const SCOPE_SYSTEM = 2
const SHARE_SHARED = 2
const PROTOCOL_ANY = 3
const LEAVE_CARD = 0
/** Longest answer that is taken: far more than a UID. */
const ANSWER_MAX = 264

/**
 * Loads the system's smart-card library.
 * @returns null when there is none
 */
export function loadPcsc(platform: NodeJS.Platform): Pcsc | null {
  const layout = layoutFor(platform)
  for (const name of layout.libraries) {
    try {
      return wrap(koffi.load(name), layout)
    } catch {
      // Not there under this name.
    }
  }
  return null
}

type Library = ReturnType<typeof koffi.load>

function wrap(library: Library, { dword, long, handle, atrBytes, packed, suffix }: PcscLayout): Pcsc {
  ;(packed ? koffi.pack : koffi.struct)('SCARD_READERSTATE', {
    szReader: 'const char*',
    pvUserData: 'void*',
    dwCurrentState: dword,
    dwEventState: dword,
    cbAtr: dword,
    rgbAtr: koffi.array('uint8_t', atrBytes),
  })
  const ioRequest = koffi.struct('SCARD_IO_REQUEST', { dwProtocol: dword, cbPciLength: dword })

  const declare = (name: string, parameters: string) => {
    const call = library.func(`${long} ${name}(${parameters})`)
    return (...values: unknown[]) =>
      new Promise<number>((resolve, reject) => {
        call.async(...values, (error: unknown, result: number) => (error ? reject(error) : resolve(result >>> 0)))
      })
  }
  const establish = declare('SCardEstablishContext', `${dword}, void*, void*, _Out_ ${handle}*`)
  const release = declare('SCardReleaseContext', handle)
  const list = declare(`SCardListReaders${suffix}`, `${handle}, const char*, _Out_ uint8_t*, _Inout_ ${dword}*`)
  const change = declare(`SCardGetStatusChange${suffix}`, `${handle}, ${dword}, _Inout_ SCARD_READERSTATE*, ${dword}`)
  const connect = declare(
    `SCardConnect${suffix}`,
    `${handle}, const char*, ${dword}, ${dword}, _Out_ ${handle}*, _Out_ ${dword}*`,
  )
  const transmit = declare(
    'SCardTransmit',
    `${handle}, const SCARD_IO_REQUEST*, const uint8_t*, ${dword}, void*, _Out_ uint8_t*, _Inout_ ${dword}*`,
  )
  const disconnect = declare('SCardDisconnect', `${handle}, ${dword}`)

  const must = (call: string, code: number) => {
    if (code !== CODE.ok) throw new PcscError(call, code)
  }

  return {
    async establish() {
      const context = [0]
      must('SCardEstablishContext', await establish(SCOPE_SYSTEM, null, null, context))
      return Number(context[0])
    },
    async release(context) {
      must('SCardReleaseContext', await release(context))
    },
    async listReaders(context) {
      const length = [0]
      const asked = await list(context, null, null, length)
      if (asked === CODE.noReaders) return []
      must('SCardListReaders', asked)
      const names = Buffer.alloc(Number(length[0]))
      const told = await list(context, null, names, length)
      if (told === CODE.noReaders) return []
      must('SCardListReaders', told)
      return names
        .toString('utf8', 0, Number(length[0]))
        .split('\0')
        .filter((name) => name !== '')
    },
    async nextChange(context, known, timeoutMs) {
      const states = known.map(({ name, state }) => ({
        szReader: name,
        pvUserData: null,
        dwCurrentState: state,
        dwEventState: 0,
        cbAtr: 0,
        rgbAtr: new Uint8Array(atrBytes),
      }))
      const code = await change(context, timeoutMs, states, states.length)
      if (code === CODE.timeout) return null
      // A reader that was pulled out meanwhile: the next list of readers does not have it.
      if (code === CODE.unknownReader || code === CODE.readerUnavailable) return null
      must('SCardGetStatusChange', code)
      return states.map(({ szReader, dwEventState }) => ({ name: szReader, state: Number(dwEventState) >>> 0 }))
    },
    async connect(context, reader) {
      const card = [0]
      const protocol = [0]
      must('SCardConnect', await connect(context, reader, SHARE_SHARED, PROTOCOL_ANY, card, protocol))
      return { card: Number(card[0]), protocol: Number(protocol[0]) }
    },
    async transmit(card, protocol, command) {
      const answer = Buffer.alloc(ANSWER_MAX)
      const length = [ANSWER_MAX]
      const request = { dwProtocol: protocol, cbPciLength: koffi.sizeof(ioRequest) }
      must('SCardTransmit', await transmit(card, request, command, command.length, null, answer, length))
      return answer.subarray(0, Number(length[0]))
    },
    async disconnect(card) {
      must('SCardDisconnect', await disconnect(card, LEAVE_CARD))
    },
  }
}
