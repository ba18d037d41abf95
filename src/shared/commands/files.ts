import { z } from 'zod'
import { Id } from '../contract/feed'
import { command } from './command'
import { FileUrl, field, Moment, optional, Seconds } from './fields'

/** What a station does when a transfer fails. Null leaves it to the station. */
const Retries = {
  retries: optional(z.number().int().min(0).max(100)),
  retrySeconds: optional(Seconds),
}

/** Has a station send in its log (N01; 1.6 §5.9 and its security extension). It comes into this site's own files. */
export const getLog = command(
  'get-log',
  'logs-and-firmware',
  {},
  z.object({
    /** `data-collector` is a matter of 2.1. */
    log: z.enum(['diagnostics', 'security', 'data-collector']).default('diagnostics'),
    /** Only what was noted in between; null for no bound. */
    from: optional(Moment),
    until: optional(Moment),
    ...Retries,
    /** Somewhere else than this site's own files. */
    url: optional(FileUrl),
  }),
)

const Pem = (max: number) => field('pem', z.string().trim().max(max))

/** Has a station install other firmware (L01, L02; 1.6 §5.19 and its security extension). */
export const updateFirmware = command(
  'update-firmware',
  'logs-and-firmware',
  { disruptive: true },
  z
    .object({
      /** A firmware file of this site; null when `url` says where it is. */
      firmwareId: optional(field('firmware', Id)),
      url: optional(FileUrl),
      /** When it is fetched; null for at once. */
      fetchAt: optional(Moment),
      /** When it is installed; null for as soon as it is there. 1.6 can say it for signed firmware only. */
      installAt: optional(Moment),
      ...Retries,
      /** The vendor's signature of the file in base64, and the certificate it is checked with. Both or neither. */
      signature: optional(z.string().trim().min(1).max(800)),
      signingCertificate: optional(Pem(5_500).min(1)),
    })
    .refine(({ firmwareId, url }) => (firmwareId === null) !== (url === null), { path: ['firmwareId'] })
    .refine(({ signature, signingCertificate }) => (signature === null) === (signingCertificate === null), {
      path: ['signature'],
    }),
)

/** Has a local controller fetch firmware and offer it to its stations (L03). */
export const publishFirmware = command(
  'publish-firmware',
  'logs-and-firmware',
  {},
  z
    .object({
      /** A firmware file of this site; null when `url` says where it is. */
      firmwareId: optional(field('firmware', Id)),
      url: optional(FileUrl),
      /** MD5 of the file, 32 hexadecimal digits. */
      checksum: z
        .string()
        .trim()
        .regex(/^[0-9A-Fa-f]{32}$/),
      ...Retries,
    })
    .refine(({ firmwareId, url }) => (firmwareId === null) !== (url === null), { path: ['firmwareId'] }),
)

/** Has it stop offering that firmware (L04). */
export const unpublishFirmware = command(
  'unpublish-firmware',
  'logs-and-firmware',
  {},
  z.object({
    checksum: z
      .string()
      .trim()
      .regex(/^[0-9A-Fa-f]{32}$/),
  }),
)
