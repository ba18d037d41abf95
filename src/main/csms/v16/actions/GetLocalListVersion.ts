import type { GetLocalListVersionRequest, GetLocalListVersionResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'

/** Asks which version of the local list the charge point has (1.6 §5.10); -1 says that it keeps none. */
export default outbound<GetLocalListVersionRequest, GetLocalListVersionResponse>('GetLocalListVersion', {
  note: 'Asks for the version of the local list; it stands in the answer.',
  answer: ({ listVersion }) => ({
    verdict: listVersion === -1 ? 'unsupported' : 'accepted',
    status: String(listVersion),
    reason: null,
  }),
  commands: { 'local-list-version': () => ({}) },
})
