import { AuthorityInfoAccessExtension, CRLDistributionPointsExtension, type Extension } from './x509'

/**
 * Where a certificate can be checked, as extensions of it (RFC 5280 §4.2.1.13, §4.2.2.1). `origin` is the address of the
 * plain port for stations, such as `http://192.0.2.10:9000`. Only to be used when everybody who may check can reach it:
 * some refuse a certificate whose list they can not get. `issuer` is the `publishedName` of whoever signs it.
 */
export function publishedAt(origin: string, issuer = 'issuing'): Extension[] {
  const at = (name: string) => `${origin}/pki/${name}`
  return [
    new CRLDistributionPointsExtension([at(`${issuer}.crl`)]),
    new AuthorityInfoAccessExtension({ ocsp: at('ocsp'), caIssuers: at(`${issuer}.crt`) }),
  ]
}

/**
 * The name that an authority is published under for as long as anybody may look for it. The first of each role has no
 * number, for it was published before there was a second.
 */
export function publishedName(authority: { readonly role: 'root' | 'issuing'; readonly generation: number }): string {
  return authority.generation === 1 ? authority.role : `${authority.role}-${authority.generation}`
}
