/** What goes along with a firmware of the site's own files. */
export interface FirmwareFacts {
  /** PEM and base64, both or neither. */
  readonly signingCertificate: string | null
  readonly signature: string | null
}

/** The site's own files, as far as commands need them: links that are good for one station and a short time. */
export interface CommandFiles {
  /** Undefined when there is no firmware with this number. */
  firmware(firmwareId: number): FirmwareFacts | undefined
  /** Where this station may put its log; null when it can't reach this computer. */
  uploadLink(order: {
    readonly stationId: number
    readonly log: 'diagnostics' | 'security' | 'data-collector'
    readonly requestId: number
  }): Promise<string | null>
  /** Where this station may fetch a firmware; null when it can't reach this computer. */
  downloadLink(order: {
    readonly stationId: number
    readonly firmwareId: number
    readonly requestId: number
    /** When it will be fetched; null for at once. The link works until then and a while longer. */
    readonly fetchAt: number | null
  }): Promise<string | null>
}
