import { devices as words } from '@shared/words/en/devices'
import type { RequestDesk } from '../ca/desk'
import type { DeskForDevices } from './enrolment'

/** The interface over which devices ask, as a request shows it. */
const PROTOCOL = 'https'

/**
 * The request desk as devices use it. Signing at once is an approval in the name of the token: whatever keeps a person from
 * approving keeps the token from it, a second person who is needed as well.
 */
export function deskForDevices(desk: Pick<RequestDesk, 'receive' | 'approve'>): DeskForDevices {
  return {
    async receive({ device, csr, remoteAddress, byCertificate, atOnce }) {
      const received = await desk.receive({
        owner: { kind: 'device', id: device.id },
        connection: { transport: 'wss', protocol: PROTOCOL, remoteAddress, authenticated: true, byCertificate },
        csr,
        certificateType: null,
        stationRequestId: null,
        askedRoot: null,
      })
      if (received.kind === 'refused') {
        return { status: received.reason === 'unreadable' ? 'unreadable' : 'full', findings: [] }
      }
      const { requestId, status } = received
      if (status !== 'pending' || !atOnce) return { status, findings: [] }
      const outcome = await desk.approve(atOnce.actor, requestId, words.signedAtOnce)
      switch (outcome.kind) {
        case 'approved':
          return { status: 'approved', findings: [] }
        case 'already-decided':
          return { status: outcome.status, findings: [] }
        case 'blocked':
          return { status: 'pending', findings: outcome.findings }
        default:
          return { status: 'pending', findings: [] }
      }
    },
  }
}
