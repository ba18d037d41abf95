import type { CommandPort } from '../../commandPort'
import type { Handlers16 } from './commands'

const USES = { CentralSystemRootCertificate: 'csms', ManufacturerRootCertificate: 'manufacturer' } as const

/** Certificates (security whitepaper, A02 and M03–M05). */
export function certificateCommands(
  port: CommandPort,
): Handlers16<'CertificateSigned' | 'InstallCertificate' | 'DeleteCertificate' | 'GetInstalledCertificateIds'> {
  return {
    CertificateSigned: async ({ certificateChain }) => {
      const why = await port.installCertificate(certificateChain, null)
      if (why === null) return { payload: { status: 'Accepted' }, afterwards: port.useCertificate }
      return { payload: { status: 'Rejected' }, afterwards: () => port.reportInvalidCertificate(why) }
    },

    InstallCertificate: async ({ certificateType, certificate }) => {
      if (port.faults.refusesRoots) return { payload: { status: 'Rejected' } }
      return { payload: { status: await port.trust.install(USES[certificateType], certificate, port.now()) } }
    },

    DeleteCertificate: ({ certificateHashData }) => ({ payload: { status: port.trust.delete(certificateHashData) } }),

    GetInstalledCertificateIds: ({ certificateType }) => {
      const hashes = port.trust.list([USES[certificateType]]).map(({ hash }) => hash)
      if (hashes.length === 0) return { payload: { status: 'NotFound' } }
      return { payload: { status: 'Accepted', certificateHashData: hashes } }
    },
  }
}
