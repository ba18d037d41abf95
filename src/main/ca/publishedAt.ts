import { AuthorityInfoAccessExtension, CRLDistributionPointsExtension, type Extension } from './x509'

/**
 * Where a certificate can be checked, as extensions of it (RFC 5280 §4.2.1.13, §4.2.2.1). `origin` is the address of the
 * plain port for stations, such as `http://192.0.2.10:9000`. Only to be used when everybody who may check can reach it:
 * some refuse a certificate whose list they can not get.
 */
export function publishedAt(origin: string): Extension[] {
  const at = (name: string) => `${origin}/pki/${name}`
  return [
    new CRLDistributionPointsExtension([at('issuing.crl')]),
    new AuthorityInfoAccessExtension({ ocsp: at('ocsp'), caIssuers: at('issuing.crt') }),
  ]
}
