import type { UpdateFirmwareRequest, UpdateFirmwareResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'
import { done } from '../../answers'
import { wireTime } from '../../wireTime'

/** Has a charge point install firmware (1.6 §5.19). It can not be told when to install, nor with which signature. */
export default outbound<UpdateFirmwareRequest, UpdateFirmwareResponse>('UpdateFirmware', {
  note: 'Has firmware without a signature installed from the files of this site.',
  disruptive: true,
  reportedBy: ['FirmwareStatusNotification'],
  answer: done,
  commands: {
    'update-firmware': ({ fetchAt, installAt, retries, retrySeconds, signature }, { url, now, firmware }) =>
      installAt !== null || signature !== null || firmware?.signature
        ? null
        : {
            location: url,
            retrieveDate: wireTime(fetchAt ?? now),
            retries: retries ?? undefined,
            retryInterval: retrySeconds ?? undefined,
          },
  },
})
