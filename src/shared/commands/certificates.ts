import { z } from 'zod'
import { command } from './command'
import { field } from './fields'

/** What a certificate on a station is trusted for (M01–M05; 1.6 security extension). */
export const INSTALLED_USES = ['central-system-root', 'manufacturer-root', 'v2g-root', 'mo-root', 'oem-root'] as const

/** Asks which trust anchors a station has (M03). */
export const installedCertificates = command(
  'installed-certificates',
  'certificates',
  {},
  z.object({ use: z.enum(INSTALLED_USES).default('central-system-root') }),
)

/** Installs a trust anchor (M05). */
export const installCertificate = command(
  'install-certificate',
  'certificates',
  { disruptive: true },
  z.object({
    use: z.enum(INSTALLED_USES).default('central-system-root'),
    certificate: field('pem', z.string().trim().min(1).max(5_500)),
  }),
)

const Hex = (max: number) =>
  z
    .string()
    .trim()
    .regex(/^[0-9A-Fa-f]+$/)
    .max(max)

/** Takes a certificate away, as `installed-certificates` named it (M04). */
export const deleteCertificate = command(
  'delete-certificate',
  'certificates',
  { disruptive: true },
  z.object({
    hashAlgorithm: z.enum(['SHA256', 'SHA384', 'SHA512']),
    issuerNameHash: Hex(128),
    issuerKeyHash: Hex(128),
    serialNumber: Hex(40),
  }),
)
