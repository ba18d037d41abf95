import type { UnpublishFirmwareRequest, UnpublishFirmwareResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Has a local controller stop offering firmware (L04). NoFirmware says that it offered none. */
export default outbound<UnpublishFirmwareRequest, UnpublishFirmwareResponse>('UnpublishFirmware', {
  note: 'Has a local controller stop offering firmware.',
  answer: byStatus({ Unpublished: 'accepted', NoFirmware: 'nothing-there' }),
  commands: { 'unpublish-firmware': ({ checksum }) => ({ checksum }) },
})
