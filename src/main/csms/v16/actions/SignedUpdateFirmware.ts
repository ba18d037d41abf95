import type { SignedUpdateFirmwareRequest, SignedUpdateFirmwareResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { wireTime } from '../../wireTime'

/** Has a charge point install signed firmware (1.6 security extension L01). */
export default outbound<SignedUpdateFirmwareRequest, SignedUpdateFirmwareResponse>('SignedUpdateFirmware', {
  note: 'Has signed firmware installed from the files of this site.',
  disruptive: true,
  reportedBy: ['SignedFirmwareStatusNotification'],
  numberedBy: 'requestId',
  answer: byStatus({ AcceptedCanceled: 'accepted' }),
  commands: {
    'update-firmware': (input, { url, number, now, firmware }) => {
      const { fetchAt, installAt, retries, retrySeconds } = input
      const signature = input.signature ?? firmware?.signature ?? null
      const signingCertificate = input.signingCertificate ?? firmware?.signingCertificate ?? null
      if (signature === null || signingCertificate === null) return null
      return {
        requestId: number,
        firmware: {
          location: url,
          retrieveDateTime: wireTime(fetchAt ?? now),
          installDateTime: wireTime(installAt),
          signature,
          signingCertificate,
        },
        retries: retries ?? undefined,
        retryInterval: retrySeconds ?? undefined,
      }
    },
  },
})
