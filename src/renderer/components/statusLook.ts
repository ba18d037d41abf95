import type { ConnectorStatus } from '@shared/ocpp/station'
import type { StatusColour } from '../app/theme/tokens'

/** Everything a mark can show: what a connector does, and what the site knows of a station. */
export type MarkStatus = ConnectorStatus | 'connected' | 'offline' | 'waiting' | 'refused'

export type MarkShape =
  | 'ring'
  | 'dotted-ring'
  | 'disc'
  | 'half-disc'
  | 'ring-tick'
  | 'ring-bar'
  | 'ring-dot'
  | 'dash'
  | 'triangle'
  | 'hollow'
  | 'tick'
  | 'hourglass'
  | 'ring-cross'

/** Shape and colour of each status; the word is `common:status.<status>`. No two statuses share a shape. */
export const STATUS_LOOK: Readonly<Record<MarkStatus, { shape: MarkShape; colour: StatusColour }>> = {
  available: { shape: 'ring', colour: 'good' },
  preparing: { shape: 'dotted-ring', colour: 'active' },
  charging: { shape: 'disc', colour: 'active' },
  suspended: { shape: 'half-disc', colour: 'attention' },
  finishing: { shape: 'ring-tick', colour: 'ending' },
  reserved: { shape: 'ring-bar', colour: 'reserved' },
  occupied: { shape: 'ring-dot', colour: 'active' },
  unavailable: { shape: 'dash', colour: 'quiet' },
  faulted: { shape: 'triangle', colour: 'danger' },
  connected: { shape: 'tick', colour: 'good' },
  offline: { shape: 'hollow', colour: 'quiet' },
  waiting: { shape: 'hourglass', colour: 'attention' },
  refused: { shape: 'ring-cross', colour: 'quiet' },
}
