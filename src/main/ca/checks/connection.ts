import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

/** Who could have sent the request: anyone on the network, or only someone who knows its secret. */
export function checkConnection({ connection, owner }: ExaminationFacts): Finding {
  const params = { address: connection.remoteAddress, identity: owner.name }
  const { transport, authenticated } = connection
  if (transport === 'wss') {
    return authenticated
      ? finding('ok', 'connection-encrypted', 'A00.FR.301, A00.FR.401', params)
      : finding('note', 'connection-encrypted-open', 'A00.FR.301', params)
  }
  return authenticated
    ? finding('ok', 'connection-with-password', 'A00.FR.202', params)
    : finding('note', 'connection-open', 'A00.FR.201', params)
}
