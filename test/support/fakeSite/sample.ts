import type { Card, UnknownCard } from '@shared/contract/cards'
import type { IssuedCertificate } from '@shared/contract/certificates'
import type { SecurityEvent } from '@shared/contract/events'
import type { StoredFile } from '@shared/contract/files'
import type { PortsState } from '@shared/contract/ports'
import type { CertificateRequest } from '@shared/contract/requests'
import type { Session } from '@shared/contract/sessions'
import type { SiteState } from '@shared/contract/site'
import type { Station } from '@shared/contract/stations'
import type { ConnectorStatus } from '@shared/ocpp/station'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A site before its first run. */
export const newSite: SiteState = {
  phase: 'setup',
  name: '',
  organisation: '',
  version: '0.1.0',
  demo: false,
  listeners: [],
  tlsProblem: null,
  keyStore: { kind: 'key-file' },
  reader: { kind: 'none' },
  readerSeen: false,
  stations: { admitted: 0, connected: 0 },
  waiting: { stations: 0, requests: 0, unknownCards: 0 },
  today: { powerW: 0, energyWh: 0, sessions: 0 },
}

/** A site that has been set up and has met no charger. */
export const emptySite: SiteState = {
  ...newSite,
  phase: 'running',
  name: 'Mill Lane depot',
  organisation: 'Mill Lane Ltd',
  listeners: [{ url: 'ws://0.0.0.0:9000', reachableAt: ['ws://192.0.2.10:9000', 'ws://198.51.100.4:9000'] }],
}

/** How a charger reaches a site that was set up and left as it is. */
export const samplePorts: PortsState = {
  found: { dns: ['office-pc', 'office-pc.local', 'localhost'], addresses: ['192.0.2.10', '127.0.0.1'] },
  extra: [],
  certificate: null,
  plain: { wanted: true, open: true, publishesAt: null },
  oldChargers: { allowed: false, connected: [] },
  keys: { both: true, shown: 'ec' },
}

interface StationSketch {
  readonly id: number
  readonly label?: string
  readonly admission?: Station['admission']
  readonly offlineFor?: number
  readonly evses?: readonly ConnectorStatus[]
  readonly errorCode?: string
  readonly told?: boolean
}

function station(now: number, sketch: StationSketch): Station {
  const { id, label = '', admission = 'admitted', offlineFor, evses = [], errorCode = null, told = true } = sketch
  const address = `192.0.2.${id + 20}`
  return {
    id,
    identity: `CP_${id}`,
    label,
    admission,
    connection:
      offlineFor === undefined
        ? {
            state: 'online',
            since: now - 5 * HOUR,
            protocol: id % 2 === 0 ? 'ocpp1.6' : 'ocpp2.0.1',
            remoteAddress: address,
            transport: 'ws',
          }
        : { state: 'offline', lastSeenAt: now - offlineFor },
    protocol: id % 2 === 0 ? 'ocpp1.6' : 'ocpp2.0.1',
    vendor: told ? 'Example Power' : null,
    model: told ? (id % 2 === 0 ? 'Wall 11' : 'Post 22 Duo') : null,
    serialNumber: told ? `EP-2200${id}` : null,
    firmware: told ? '3.4.1' : null,
    remoteAddress: address,
    firstSeenAt: now - 40 * 24 * HOUR,
    lastSeenAt: now - (offlineFor ?? 20_000),
    bootedAt: now - 5 * HOUR,
    connectors: evses.map((status, index) => ({
      evseId: index + 1,
      connectorId: 1,
      status,
      errorCode: status === 'faulted' ? errorCode : null,
      changedAt: now - (index * 17 + 8) * MINUTE,
      heardAt: now - (index * 17 + 8) * MINUTE,
    })),
  }
}

/** Eight stations in every state that a tile can show. */
export const sampleStations = (now: number): Station[] => [
  station(now, { id: 1, label: 'Yard, left', evses: ['occupied', 'available'] }),
  station(now, { id: 2, label: 'Yard, right', evses: ['charging'] }),
  station(now, { id: 3, label: 'Visitors', evses: ['occupied', 'reserved'] }),
  station(now, { id: 4, label: 'Gate', evses: ['faulted'], errorCode: 'GroundFailure' }),
  station(now, { id: 5, label: 'Workshop', evses: ['finishing', 'preparing'] }),
  station(now, { id: 6, label: 'Roof', evses: ['available'], offlineFor: 12 * MINUTE }),
  station(now, { id: 7, admission: 'waiting' }),
  station(now, { id: 8, admission: 'refused', offlineFor: 3 * 24 * HOUR, told: false }),
  station(now, { id: 9, label: 'Annexe', evses: ['unavailable'] }),
]

const session = (now: number, part: Partial<Session> & Pick<Session, 'id' | 'stationId'>): Session => ({
  stationIdentity: `CP_${part.stationId}`,
  transactionId: `t-${part.id}`,
  evseId: 1,
  connectorId: 1,
  token: 'AA12345',
  tokenType: 'ISO14443',
  authorization: 'accepted',
  holder: 'Anna Berg',
  cardLabel: '',
  state: 'running',
  chargingState: 'charging',
  startedAt: now - 42 * MINUTE,
  endedAt: null,
  energyWh: 5_140,
  powerW: 7_360,
  meterStartWh: 120_000,
  meterLastWh: 125_140,
  stopReason: null,
  doubts: [],
  unsettled: false,
  settled: null,
  receivedFirstAt: now - 42 * MINUTE,
  receivedLastAt: now,
  updatedAt: now,
  ...part,
})

/** Running ones first, then ended ones. */
export const sampleSessions = (now: number): Session[] => [
  session(now, { id: 101, stationId: 1 }),
  session(now, {
    id: 102,
    stationId: 2,
    evseId: null,
    holder: '',
    cardLabel: 'Pool car 3',
    powerW: 10_980,
    energyWh: 11_420,
  }),
  session(now, {
    id: 103,
    stationId: 3,
    chargingState: 'suspended-by-vehicle',
    powerW: 0,
    energyWh: 23_010,
    holder: 'Chidi Okafor-Lindqvist',
  }),
  session(now, {
    id: 100,
    stationId: 1,
    state: 'ended',
    chargingState: null,
    startedAt: now - 9 * HOUR,
    endedAt: now - 6 * HOUR,
    powerW: null,
    energyWh: 18_230,
    stopReason: 'EVDisconnected',
  }),
]

/** What most cards leave as it is. */
export const PLAIN_CARD = {
  tags: [],
  masterPass: false,
  rules: null,
  language: '',
  message: '',
  offline: 'auto',
  replaces: null,
  replacedBy: null,
  erasedAt: null,
} as const satisfies Partial<Card>

export const sampleCards = (now: number): Card[] =>
  ['Anna Berg', 'Chidi Okafor-Lindqvist', 'Pool'].map((holder, index) => ({
    id: index + 1,
    token: `AA1234${index + 5}`,
    tokenType: 'ISO14443',
    holder,
    label: index === 2 ? 'Pool car 3' : '',
    group: '',
    validFrom: null,
    validUntil: null,
    blocked: index === 1,
    ...PLAIN_CARD,
    createdAt: now - 20 * 24 * HOUR,
    updatedAt: now - 20 * 24 * HOUR,
  }))

export const sampleUnknownCards = (now: number): UnknownCard[] => [
  {
    id: 1,
    token: '04A2B3C4D5E680',
    tokenType: 'ISO14443',
    stationId: 1,
    stationIdentity: 'CP_1',
    firstSeenAt: now - 4 * MINUTE,
    lastSeenAt: now - 15_000,
    times: 2,
  },
]

export const sampleRequests = (now: number): CertificateRequest[] => [
  {
    id: 1,
    owner: { kind: 'station', id: 3, name: 'CP_3' },
    receivedAt: now - 25 * MINUTE,
    lastReceivedAt: now - 5 * MINUTE,
    times: 2,
    status: 'pending',
    severity: 'warn',
    subject: 'CN=EP-22003, O=Mill Lane Ltd',
    delivery: null,
    firstApproval: null,
  },
]

const DAY = 24 * HOUR

/** What CP_1 has put here. */
export const SAMPLE_LOG: StoredFile = {
  id: 1,
  kind: 'diagnostics',
  name: 'diagnostics.zip',
  size: 4_096,
  sha256: '0'.repeat(64),
  createdAt: 0,
  actor: 'CP_1',
  stationId: 1,
  stationIdentity: 'CP_1',
  requestId: null,
  version: '',
  vendor: '',
  model: '',
  note: '',
  signingCertificate: null,
  signature: null,
  handedOut: [],
}

export const sampleCertificates = (now: number): IssuedCertificate[] => [
  {
    id: 1,
    stationId: 1,
    stationIdentity: 'CP_1',
    subject: 'CN=EP-22001, O=Mill Lane Ltd',
    issuer: 'CN=Mill Lane depot issuing CA, O=Mill Lane Ltd',
    serialNumber: '3f9a02c417',
    notBefore: now - 30 * DAY,
    notAfter: now + 335 * DAY,
    keyDescription: 'EC P-256',
    sha256: Array.from({ length: 32 }, (_, byte) => (byte * 7 + 16).toString(16).padStart(2, '0')).join(':'),
    issuedAt: now - 30 * DAY,
    delivery: { state: 'accepted', changedAt: now - 30 * DAY, detail: null },
    seenAt: null,
    revocation: null,
  },
]

export const sampleSecurityEvents = (now: number): SecurityEvent[] => [
  {
    id: 1,
    stationId: 1,
    stationIdentity: 'CP_1',
    type: 'InvalidMessages',
    critical: true,
    detail: 'A message could not be parsed',
    occurredAt: now - 3 * HOUR,
    receivedAt: now - 3 * HOUR,
  },
  {
    id: 2,
    stationId: 1,
    stationIdentity: 'CP_1',
    type: 'StartupOfTheDevice',
    critical: false,
    detail: null,
    occurredAt: now - 5 * HOUR,
    receivedAt: now - 5 * HOUR,
  },
]
