import type { Incoming } from '../action'

/** The answer to a sign of life, the same in every version: a station sets its clock by it (G02; 1.6 §4.6). */
export function answerHeartbeat({ station, domain, receivedAt }: Incoming) {
  domain.stations.heard(station.id)
  return { currentTime: new Date(receivedAt).toISOString() }
}
