import type { PublishFirmwareRequest, PublishFirmwareResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Has a local controller fetch firmware and offer it to its stations (L03). */
export default outbound<PublishFirmwareRequest, PublishFirmwareResponse>('PublishFirmware', {
  note: 'Has a local controller fetch firmware and offer it to its stations.',
  reportedBy: ['PublishFirmwareStatusNotification'],
  numberedBy: 'requestId',
  answer: byStatus(),
  commands: {
    'publish-firmware': ({ checksum, retries, retrySeconds }, { url, number }) => ({
      requestId: number,
      location: url,
      checksum,
      retries: retries ?? undefined,
      retryInterval: retrySeconds ?? undefined,
    }),
  },
})
