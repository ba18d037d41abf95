/** What a station may be asked to hand over: its diagnostics, its security log (2.x), the log of its data collector (2.1). */
export const LOG_KINDS = ['diagnostics', 'security', 'data-collector'] as const
export type LogKind = (typeof LOG_KINDS)[number]

/** Every file that the site keeps: firmware that stations fetch, and the logs that they put here. */
export const FILE_KINDS = ['firmware', ...LOG_KINDS] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** Most characters of a file's name, of a version and of the names of a maker and a model. */
export const FILE_TEXT_MAX_LENGTH = 120

/** Longest signing certificate of a firmware in characters (UpdateFirmware, 2.0.1 `signingCertificate`). */
export const SIGNING_CERTIFICATE_MAX_LENGTH = 5_500

/** Longest signature of a firmware in characters (UpdateFirmware, 2.0.1 `signature`). */
export const SIGNATURE_MAX_LENGTH = 800
