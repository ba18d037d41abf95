import type { GetLocalListVersionRequest, GetLocalListVersionResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'

/** Asks which version of the local list the station has (D02); 0 says that it has none. */
export default outbound<GetLocalListVersionRequest, GetLocalListVersionResponse>('GetLocalListVersion', {
  note: 'Asks for the version of the local list; it stands in the answer.',
  answer: ({ versionNumber }) => ({ verdict: 'accepted', status: String(versionNumber), reason: null }),
  commands: { 'local-list-version': () => ({}) },
})
