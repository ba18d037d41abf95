/** The results of PC/SC calls that are told apart here; everything else is a fault of the service. */
export const CODE = {
  ok: 0,
  unknownReader: 0x80100009,
  timeout: 0x8010000a,
  sharingViolation: 0x8010000b,
  noSmartCard: 0x8010000c,
  noService: 0x8010001d,
  serviceStopped: 0x8010001e,
  readerUnavailable: 0x80100017,
  noReaders: 0x8010002e,
  removedCard: 0x80100069,
  securityViolation: 0x8010006a,
} as const

/** A call of the smart-card service that did not succeed. */
export class PcscError extends Error {
  /** The result as an unsigned number, such as 0x8010001D. */
  readonly code: number

  constructor(call: string, code: number) {
    super(`${call}: 0x${code.toString(16).toUpperCase()}`)
    this.code = code
  }
}

/** What the person is told of a service that fails. */
export function serviceFailure(error: unknown): 'not-running' | 'not-allowed' | 'failed' {
  if (!(error instanceof PcscError)) return 'failed'
  switch (error.code) {
    case CODE.noService:
    case CODE.serviceStopped:
      return 'not-running'
    case CODE.securityViolation:
      return 'not-allowed'
    default:
      return 'failed'
  }
}
