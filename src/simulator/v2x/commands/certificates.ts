import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { CommandPort } from '../../commandPort'
import { isOwnHash } from '../ownHash'
import type { Handlers2x } from './commands'

/** Our words for what a root is trusted for, the same in all versions; other kinds keep their own. */
const USES: Readonly<Record<OCPP21.InstallCertificateUseEnumType, string>> = {
  CSMSRootCertificate: 'csms',
  ManufacturerRootCertificate: 'manufacturer',
  MORootCertificate: 'MORootCertificate',
  OEMRootCertificate: 'OEMRootCertificate',
  V2GRootCertificate: 'V2GRootCertificate',
}

/** Certificates (A02, M03–M05). */
export function certificateCommands(
  port: CommandPort,
): Handlers2x<'CertificateSigned' | 'InstallCertificate' | 'DeleteCertificate' | 'GetInstalledCertificateIds'> {
  return {
    CertificateSigned: async ({ certificateChain, certificateType, requestId }) => {
      if (certificateType && certificateType !== 'ChargingStationCertificate') {
        return { payload: { status: 'Rejected', statusInfo: { reasonCode: 'UnsupportedRequest' } } }
      }
      const why = await port.installCertificate(certificateChain, requestId ?? null)
      if (why === null) return { payload: { status: 'Accepted' }, afterwards: port.useCertificate }
      return {
        payload: { status: 'Rejected', statusInfo: { reasonCode: 'InvalidCertificate', additionalInfo: why } },
        // A02.FR.07
        afterwards: () => port.reportInvalidCertificate(why),
      }
    },

    InstallCertificate: async ({ certificateType, certificate }) => {
      if (port.faults.refusesRoots) return { payload: { status: 'Rejected' } }
      const status = await port.trust.install(USES[certificateType], certificate, port.now())
      if (status === 'Accepted') return { payload: { status } }
      const reasonCode = status === 'Failed' ? 'OutOfStorage' : 'InvalidCertificate'
      return { payload: { status, statusInfo: { reasonCode } } }
    },

    DeleteCertificate: ({ certificateHashData }) => {
      if (isOwnHash(port, certificateHashData)) return { payload: { status: 'Failed' } }
      return { payload: { status: port.trust.delete(certificateHashData) } }
    },

    GetInstalledCertificateIds: ({ certificateType }) => {
      const names = new Map(Object.entries(USES).map(([name, use]) => [use, name]))
      const uses = certificateType?.map((name) => (name === 'V2GCertificateChain' ? name : USES[name])) ?? null
      const [first, ...rest] = port.trust.list(uses).map(({ use, hash }) => ({
        certificateType: names.get(use) as OCPP21.GetCertificateIdUseEnumType,
        certificateHashData: hash,
      }))
      if (!first) return { payload: { status: 'NotFound' } }
      return { payload: { status: 'Accepted', certificateHashDataChain: [first, ...rest] } }
    },
  }
}
