import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { NoticeFacts } from '../noticeFacts'
import { meterValue } from './meterValue'

type Notices = { readonly [action: string]: (facts: NoticeFacts) => object }

const iso = ({ now }: NoticeFacts) => now.toISOString()
const transactionId = ({ session }: NoticeFacts) => session?.transactionId ?? 'no-transaction'
const token = ({ session }: NoticeFacts) => ({
  idToken: session?.card.value ?? '04A1B2C3D4E5F6',
  type: session?.card.type ?? 'ISO14443',
})
const hash = {
  hashAlgorithm: 'SHA256',
  issuerNameHash: '0'.repeat(64),
  issuerKeyHash: '0'.repeat(64),
  serialNumber: '1',
} as const

/** A schedule of one hour at full power. */
function schedule({ settings }: NoticeFacts): OCPP21.ChargingScheduleType {
  return {
    id: 1,
    duration: 3600,
    chargingRateUnit: 'W',
    chargingSchedulePeriod: [{ startPeriod: 0, limit: settings.powerW }],
  }
}

/** Every message that a charging station of 2.0.1 can send, with an honest content. */
export const NOTICES_201 = {
  Authorize: (facts): OCPP21.AuthorizeRequest => ({ idToken: token(facts) }),
  BootNotification: ({ firmware, settings }): OCPP21.BootNotificationRequest => ({
    reason: 'Unknown',
    chargingStation: {
      vendorName: settings.vendor,
      model: settings.model,
      serialNumber: settings.serialNumber,
      firmwareVersion: firmware,
    },
  }),
  ClearedChargingLimit: ({ evseId }): OCPP21.ClearedChargingLimitRequest => ({ chargingLimitSource: 'EMS', evseId }),
  DataTransfer: ({ settings }): object => ({ vendorId: settings.vendor, messageId: 'Hello', data: 'of no importance' }),
  FirmwareStatusNotification: (): OCPP21.FirmwareStatusNotificationRequest => ({ status: 'Idle' }),
  Get15118EVCertificate: (): OCPP21.Get15118EVCertificateRequest => ({
    iso15118SchemaVersion: 'urn:iso:15118:2:2013:MsgDef',
    action: 'Install',
    exiRequest: 'gJgC',
  }),
  GetCertificateStatus: (): OCPP21.GetCertificateStatusRequest => ({
    ocspRequestData: { ...hash, responderURL: 'http://ocsp.example.org' },
  }),
  Heartbeat: (): OCPP21.HeartbeatRequest => ({}),
  LogStatusNotification: (): OCPP21.LogStatusNotificationRequest => ({ status: 'Idle' }),
  MeterValues: ({ evseId, now, phases, reading }): OCPP21.MeterValuesRequest => ({
    evseId,
    meterValue: [meterValue(reading, now, 'Sample.Clock', phases)],
  }),
  NotifyChargingLimit: (facts): OCPP21.NotifyChargingLimitRequest => ({
    evseId: facts.evseId,
    chargingLimit: { chargingLimitSource: 'EMS', isGridCritical: false },
    chargingSchedule: [schedule(facts)],
  }),
  NotifyCustomerInformation: (facts): OCPP21.NotifyCustomerInformationRequest => ({
    requestId: facts.requestId,
    data: 'nothing is known',
    seqNo: 0,
    tbc: false,
    generatedAt: iso(facts),
  }),
  NotifyDisplayMessages: ({ requestId }): OCPP21.NotifyDisplayMessagesRequest => ({
    requestId,
    tbc: false,
    messageInfo: [{ id: 1, priority: 'NormalCycle', message: { format: 'UTF8', content: 'Welcome' } }],
  }),
  NotifyEVChargingNeeds: ({ evseId, phases }): OCPP21.NotifyEVChargingNeedsRequest => ({
    evseId,
    chargingNeeds: {
      requestedEnergyTransfer: phases === 3 ? 'AC_three_phase' : 'AC_single_phase',
      acChargingParameters: { energyAmount: 20_000, evMinCurrent: 6, evMaxCurrent: 16, evMaxVoltage: 400 },
    },
  }),
  NotifyEVChargingSchedule: (facts): OCPP21.NotifyEVChargingScheduleRequest => ({
    timeBase: iso(facts),
    evseId: facts.evseId,
    chargingSchedule: schedule(facts),
  }),
  NotifyEvent: (facts): OCPP21.NotifyEventRequest => ({
    generatedAt: iso(facts),
    seqNo: 0,
    tbc: false,
    eventData: [
      {
        eventId: facts.requestId,
        timestamp: iso(facts),
        trigger: 'Alerting',
        actualValue: 'true',
        techInfo: 'The lid of the meter was opened',
        component: { name: 'ChargingStation' },
        variable: { name: 'Problem' },
        eventNotificationType: 'HardWiredNotification',
      },
    ],
  }),
  NotifyMonitoringReport: (facts): OCPP21.NotifyMonitoringReportRequest => ({
    requestId: facts.requestId,
    seqNo: 0,
    tbc: false,
    generatedAt: iso(facts),
  }),
  NotifyReport: (facts): OCPP21.NotifyReportRequest => ({
    requestId: facts.requestId,
    seqNo: 0,
    tbc: false,
    generatedAt: iso(facts),
    reportData: [
      {
        component: { name: 'ChargingStation' },
        variable: { name: 'Model' },
        variableAttribute: [{ type: 'Actual', value: facts.settings.model, mutability: 'ReadOnly' }],
        variableCharacteristics: { dataType: 'string', supportsMonitoring: false },
      },
    ],
  }),
  PublishFirmwareStatusNotification: (): OCPP21.PublishFirmwareStatusNotificationRequest => ({ status: 'Idle' }),
  ReportChargingProfiles: (facts): OCPP21.ReportChargingProfilesRequest => ({
    requestId: facts.requestId,
    chargingLimitSource: 'CSO',
    evseId: facts.evseId,
    tbc: false,
    chargingProfile: [
      {
        id: 1,
        stackLevel: 0,
        chargingProfilePurpose: 'TxDefaultProfile',
        chargingProfileKind: 'Absolute',
        chargingSchedule: [schedule(facts)],
      },
    ],
  }),
  ReservationStatusUpdate: ({ requestId }): OCPP21.ReservationStatusUpdateRequest => ({
    reservationId: requestId,
    reservationUpdateStatus: 'Removed',
  }),
  SecurityEventNotification: (facts): OCPP21.SecurityEventNotificationRequest => ({
    type: 'SettingSystemTime',
    timestamp: iso(facts),
  }),
  SignCertificate: ({ csr }): OCPP21.SignCertificateRequest => ({
    csr,
    certificateType: 'ChargingStationCertificate',
  }),
  StatusNotification: (facts): OCPP21.StatusNotificationRequest => ({
    timestamp: iso(facts),
    connectorStatus: 'Available',
    evseId: facts.evseId,
    connectorId: 1,
  }),
  TransactionEvent: (facts): OCPP21.TransactionEventRequest => ({
    eventType: 'Updated',
    timestamp: iso(facts),
    triggerReason: 'MeterValueClock',
    seqNo: 0,
    transactionInfo: { transactionId: transactionId(facts) },
    meterValue: [meterValue(facts.reading, facts.now, 'Sample.Clock', facts.phases)],
  }),
} as const satisfies Notices

/** Those and what 2.1 adds. The unconfirmed one goes out as a SEND. */
export const NOTICES_21 = {
  ...NOTICES_201,
  BatterySwap: (facts): OCPP21.BatterySwapRequest => ({
    batteryData: [{ evseId: facts.evseId, serialNumber: 'BAT-1', soC: 82, soH: 97 }],
    eventType: 'BatteryIn',
    idToken: token(facts),
    requestId: facts.requestId,
  }),
  ClosePeriodicEventStream: ({ requestId }): OCPP21.ClosePeriodicEventStreamRequest => ({ id: requestId }),
  GetCertificateChainStatus: (): OCPP21.GetCertificateChainStatusRequest => ({
    certificateStatusRequests: [{ certificateHashData: hash, source: 'OCSP', urls: ['http://ocsp.example.org'] }],
  }),
  NotifyDERAlarm: (facts): OCPP21.NotifyDERAlarmRequest => ({
    controlType: 'LFMustTrip',
    gridEventFault: 'UnderFrequency',
    timestamp: iso(facts),
  }),
  NotifyDERStartStop: (facts): OCPP21.NotifyDERStartStopRequest => ({
    controlId: 'control-1',
    started: true,
    timestamp: iso(facts),
  }),
  NotifyPeriodicEventStream: (facts): OCPP21.NotifyPeriodicEventStream => ({
    id: facts.requestId,
    pending: 0,
    basetime: iso(facts),
    data: [{ t: 0, v: String(facts.reading.powerW) }],
  }),
  NotifyPriorityCharging: (facts): OCPP21.NotifyPriorityChargingRequest => ({
    transactionId: transactionId(facts),
    activated: true,
  }),
  NotifySettlement: (facts): OCPP21.NotifySettlementRequest => ({
    pspRef: 'PSP-1',
    status: 'Settled',
    settlementAmount: 12.5,
    settlementTime: iso(facts),
  }),
  OpenPeriodicEventStream: ({ requestId }): OCPP21.OpenPeriodicEventStreamRequest => ({
    constantStreamData: { id: requestId, params: { values: 10 }, variableMonitoringId: 1 },
  }),
  PullDynamicScheduleUpdate: (): OCPP21.PullDynamicScheduleUpdateRequest => ({ chargingProfileId: 1 }),
  ReportDERControl: ({ requestId }): OCPP21.ReportDERControlRequest => ({ requestId, tbc: false }),
  VatNumberValidation: ({ evseId }): OCPP21.VatNumberValidationRequest => ({ vatNumber: 'DE123456789', evseId }),
} as const satisfies Notices
