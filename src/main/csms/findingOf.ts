import type { Finding } from '../frames/messages'
import type { Anomaly } from './rpc/connection'

/** What is wrong with a frame of a station, as the live log shows it beside the frame. */
export function findingOf(anomaly: Anomaly): Finding {
  switch (anomaly.kind) {
    case 'bad-frame':
      return { problem: 'invalid', detail: anomaly.problem, id: anomaly.id }
    case 'answer-to-nothing':
      return { problem: 'unexpected', detail: '', id: anomaly.id }
    case 'failed':
      return { problem: 'refused', detail: anomaly.error.message, id: anomaly.id }
    case 'not-understood':
      return { problem: 'invalid', detail: anomaly.description, id: anomaly.id }
    case 'result-refused':
      return { problem: 'refused', detail: `${anomaly.code}: ${anomaly.description}`, id: anomaly.id }
  }
}
