import type { UpdateFirmwareRequest, UpdateFirmwareResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { wireTime } from '../../wireTime'

/** Has a station install firmware (L01 with a signature, L02 without). */
export default outbound<UpdateFirmwareRequest, UpdateFirmwareResponse>('UpdateFirmware', {
  note: 'Has firmware installed from the files of this site, with its signature where there is one.',
  disruptive: true,
  reportedBy: ['FirmwareStatusNotification'],
  numberedBy: 'requestId',
  answer: byStatus({ AcceptedCanceled: 'accepted' }),
  commands: {
    'update-firmware': (input, { url, number, now, firmware }) => ({
      requestId: number,
      firmware: {
        location: url,
        retrieveDateTime: wireTime(input.fetchAt ?? now),
        installDateTime: wireTime(input.installAt),
        signature: input.signature ?? firmware?.signature ?? undefined,
        signingCertificate: input.signingCertificate ?? firmware?.signingCertificate ?? undefined,
      },
      retries: input.retries ?? undefined,
      retryInterval: input.retrySeconds ?? undefined,
    }),
  },
})
