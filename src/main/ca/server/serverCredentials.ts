import { randomBytes } from 'node:crypto'
import { newSerialNumber } from '../serialNumber'
import type { SiteAuthority } from '../siteAuthority'
import { issueServerCertificate, newServerKey, SERVER_KEY_TYPES } from './serverCertificate'
import type { ServerNames } from './serverNames'

/** Keys and chains of a TLS server, PEM, in the order of SERVER_KEY_TYPES; as `tls.createServer` takes them. */
export interface ServerCredentials {
  readonly key: readonly string[]
  readonly cert: readonly string[]
  readonly names: ServerNames
  /** When the first of them ends, in milliseconds. */
  readonly notAfter: number
}

export interface CredentialsOptions {
  readonly authority: Pick<SiteAuthority, 'withIssuing'>
  readonly organisation: string
  readonly names: ServerNames
  readonly now: number
  readonly validMs: number
}

/**
 * Makes an EC and an RSA key and signs certificates for them. The keys are held in memory and are on no disk, not even
 * sealed: they live for days, stations check the chain and not the key, and a key that is nowhere is in no backup
 * either. So every start makes new ones.
 * @throws AppError of the key store; RangeError when the issuing certificate has expired
 */
export async function newServerCredentials(options: CredentialsOptions): Promise<ServerCredentials> {
  const { authority, names, organisation, now, validMs } = options
  const keys = await Promise.all(SERVER_KEY_TYPES.map(async (type) => ({ type, pair: await newServerKey(type) })))
  return authority.withIssuing(async (issuing) => {
    const made = await Promise.all(
      keys.map(async ({ type, pair }) => {
        const serialNumber = newSerialNumber(randomBytes)
        const content = { names, organisation, type, publicKey: pair.publicKey, serialNumber, now, validMs }
        return { key: await keyPem(pair.privateKey), ...(await issueServerCertificate(content, issuing)) }
      }),
    )
    return {
      key: made.map(({ key }) => key),
      cert: made.map(({ chainPem }) => chainPem),
      names,
      notAfter: Math.min(...made.map(({ notAfter }) => notAfter)),
    }
  })
}

async function keyPem(key: CryptoKey): Promise<string> {
  const bytes = Buffer.from(await crypto.subtle.exportKey('pkcs8', key))
  try {
    const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
    return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n')
  } finally {
    bytes.fill(0)
  }
}
