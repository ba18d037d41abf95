/** Statuses by which a station takes what it is told, or says that it is so already. */
const TAKEN = new Set(['Accepted', 'AcceptedCanceled', 'RebootRequired', 'Scheduled', 'Unlocked', 'Unpublished'])

/** There is nothing of the kind that was asked for or to be taken away: the station has done what was wanted. */
const NOTHING_THERE: Readonly<Record<string, string>> = {
  ClearChargingProfile: 'Unknown',
  ClearDERControl: 'NotFound',
  ClearDisplayMessage: 'Unknown',
  ClearTariffs: 'NoTariff',
  ClearVariableMonitoring: 'NotFound',
  DeleteCertificate: 'NotFound',
  GetBaseReport: 'EmptyResultSet',
  GetChargingProfiles: 'NoProfiles',
  GetDERControl: 'NotFound',
  GetDisplayMessages: 'Unknown',
  GetInstalledCertificateIds: 'NotFound',
  GetMonitoringReport: 'EmptyResultSet',
  GetReport: 'EmptyResultSet',
  GetTariffs: 'NoTariff',
  SetMonitoringBase: 'EmptyResultSet',
  UnpublishFirmware: 'NoFirmware',
}

/** How much of a request a station has taken, by its answer. Read by the specifications, apart from the server. */
export function takenOf(action: string, answer: object): 'all' | 'some' | 'nothing' {
  const statuses = (SPECIAL[action] ?? statusesOf)(answer)
  const taken = statuses.filter((status) => TAKEN.has(status) || NOTHING_THERE[action] === status)
  // An answer without a status brings what was asked for.
  if (taken.length === statuses.length) return 'all'
  return taken.length > 0 ? 'some' : 'nothing'
}

/** Messages of 1.6 whose answers say it without a status. */
const SPECIAL: Readonly<Record<string, (answer: object) => string[]>> = {
  // §6.28: without a name there is no file to come.
  GetDiagnostics: (answer) => [(answer as { fileName?: string }).fileName ? 'Accepted' : 'Rejected'],
  // §5.10: -1 says that it keeps no list.
  GetLocalListVersion: (answer) => [(answer as { listVersion?: number }).listVersion === -1 ? 'Rejected' : 'Accepted'],
  GetConfiguration: (answer) => {
    const { configurationKey = [], unknownKey = [] } = answer as { configurationKey?: object[]; unknownKey?: string[] }
    return [...configurationKey.map(() => 'Accepted'), ...unknownKey.map(() => 'Unknown')]
  },
}

/** The status of an answer, or those of its parts where each has one of its own (2.x SetVariables and its like). */
function statusesOf(answer: object): string[] {
  const parts = Object.entries(answer).find(([name]) => name.endsWith('Result'))?.[1] as
    | readonly { readonly status?: string; readonly attributeStatus?: string }[]
    | undefined
  if (parts) return parts.map(({ status, attributeStatus }) => String(status ?? attributeStatus))
  return 'status' in answer ? [String(answer.status)] : []
}
