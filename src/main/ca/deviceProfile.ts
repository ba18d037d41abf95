import { stationExtensions } from './stationProfile'
import { ExtendedKeyUsage, ExtendedKeyUsageExtension, type Extension, type PublicKey } from './x509'

/**
 * The extensions of every device's certificate; none comes from the request. What a station's has, and the right to be a
 * TLS client alone (RFC 5280 §4.2.1.12): the advice against it in OCPP (A00.FR.514) is about stations, and with it no
 * program that looks takes a gateway's certificate for a server's.
 */
export async function deviceExtensions(device: PublicKey, issuing: PublicKey): Promise<Extension[]> {
  return [...(await stationExtensions(device, issuing)), new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth])]
}
