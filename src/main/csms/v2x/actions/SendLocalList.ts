import type { SendLocalListRequest, SendLocalListResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { commandedList } from '../../localList'

const read = byStatus()

/** Gives the list by which a station decides while it is offline (D01). */
export default outbound<SendLocalListRequest, SendLocalListResponse>('SendLocalList', {
  note: 'Gives the list of cards for the time without a connection, in as many messages as it takes.',
  answer: (response) => ({ ...read(response), endsRest: response.status !== 'Accepted' }),
  commands: { 'send-local-list': commandedList<SendLocalListRequest> },
})
