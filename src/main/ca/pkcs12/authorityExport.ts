import { X509Certificate } from 'node:crypto'
import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import type { Store } from '../../store/open'
import type { AuthorityRow } from '../../store/queries/authority'
import { appendAudit } from '../../store/queries/events'
import type { SiteAuthority } from '../siteAuthority'
import { writePkcs12 } from './pkcs12'

export interface AuthorityExport {
  /**
   * A key of the authority with its certificates as a PKCS#12 file. It is in the audit trail before it is handed out.
   * @throws AppError NOT_SET_UP, KEY_STORE_LOCKED, KEY_STORE_DAMAGED, STORE_WRITE_FAILED
   */
  write(
    actor: string,
    order: { readonly role: AuthorityRow['role']; readonly passphrase: string },
  ): Promise<{ name: string; bytes: Buffer }>
}

export function createAuthorityExport(deps: {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly authority: SiteAuthority
}): AuthorityExport {
  const { store, clock, changes, authority } = deps
  return {
    async write(actor, { role, passphrase }) {
      const pem = authority.certificatePem(role)
      const above = role === 'issuing' ? [authority.certificatePem('root')] : []
      const subject = commonName(pem)
      const bytes = await authority.withKeyOf(role, ({ privateKeyPkcs8 }) =>
        writePkcs12({ chain: [pem, ...above], privateKeyPkcs8, friendlyName: subject, passphrase }),
      )
      const at = clock()
      await store.writer.write((db) =>
        appendAudit(db, { at, actor, action: 'authority-exported', subject, detail: { role } }),
      )
      changes.emit('audit', 0)
      return { name: `${subject}.p12`, bytes }
    },
  }
}

function commonName(pem: string): string {
  const { subject } = new X509Certificate(pem)
  return /^CN=(.*)$/m.exec(subject)?.[1] ?? subject
}
