import type { Command } from '@shared/contract/commands'
import type { commands as words } from '../../i18n/en/commands'
import { statusOf } from './statusOf'

/** A sentence of `commands:answer` about a command; `adds` goes after one. */
export type AnswerKey = Exclude<keyof typeof words.answer, 'adds'>

type ByStatus = Readonly<Record<string, AnswerKey>>

const START: ByStatus = { Accepted: 'startAccepted', Rejected: 'startRefused' }
const STOP: ByStatus = { Accepted: 'stopAccepted', Rejected: 'stopRefused' }
const TRIGGER: ByStatus = {
  Accepted: 'triggerAccepted',
  Rejected: 'triggerRefused',
  NotImplemented: 'triggerNotImplemented',
}
const REPORT: ByStatus = { Accepted: 'reportAccepted', EmptyResultSet: 'reportEmpty' }
const LOG: ByStatus = { Accepted: 'logAccepted', AcceptedCanceled: 'logReplaced', Rejected: 'logRefused' }
const FIRMWARE: ByStatus = {
  Accepted: 'firmwareAccepted',
  AcceptedCanceled: 'firmwareReplaced',
  Rejected: 'firmwareRefused',
  InvalidCertificate: 'firmwareCertificate',
  RevokedCertificate: 'firmwareRevoked',
}

/** What a status means in the answer to an action; the same word means different things in different answers. */
const BY_ACTION: Readonly<Record<string, ByStatus>> = {
  RemoteStartTransaction: START,
  RequestStartTransaction: START,
  RemoteStopTransaction: STOP,
  RequestStopTransaction: STOP,
  UnlockConnector: {
    Unlocked: 'unlocked',
    UnlockFailed: 'unlockFailed',
    NotSupported: 'unlockNotSupported',
    OngoingAuthorizedTransaction: 'unlockSession',
    UnknownConnector: 'unlockNoConnector',
  },
  Reset: { Accepted: 'resetAccepted', Scheduled: 'resetScheduled', Rejected: 'resetRefused' },
  ChangeAvailability: {
    Accepted: 'availabilityAccepted',
    Scheduled: 'availabilityScheduled',
    Rejected: 'availabilityRefused',
  },
  TriggerMessage: TRIGGER,
  ExtendedTriggerMessage: TRIGGER,
  ClearCache: { Accepted: 'cacheCleared', Rejected: 'cacheRefused' },
  ChangeConfiguration: { RebootRequired: 'setReboot', Rejected: 'setRejected', NotSupported: 'setUnknown' },
  GetVariables: { Rejected: 'readRejected', UnknownVariable: 'setUnknown', UnknownComponent: 'setUnknown' },
  SetVariables: {
    RebootRequired: 'setReboot',
    Rejected: 'setRejected',
    UnknownVariable: 'setUnknown',
    UnknownComponent: 'setUnknown',
  },
  GetBaseReport: REPORT,
  GetReport: REPORT,
  GetMonitoringReport: REPORT,
  GetDisplayMessages: { Accepted: 'reportAccepted', Unknown: 'reportEmpty' },
  GetChargingProfiles: { Accepted: 'reportAccepted', NoProfiles: 'limitNone' },
  SetChargingProfile: { Accepted: 'limitAccepted', Rejected: 'limitRefused', NotSupported: 'unsupported' },
  ClearChargingProfile: { Accepted: 'limitsCleared', Unknown: 'limitNone' },
  SendLocalList: {
    Accepted: 'listAccepted',
    Failed: 'listFailed',
    VersionMismatch: 'listVersion',
    NotSupported: 'listNotSupported',
  },
  ReserveNow: {
    Accepted: 'reserved',
    Occupied: 'reserveOccupied',
    Faulted: 'reserveFaulted',
    Unavailable: 'reserveUnavailable',
    Rejected: 'reserveRefused',
  },
  CancelReservation: { Accepted: 'reservationGone', Rejected: 'reservationUnknown' },
  GetLog: LOG,
  GetDiagnostics: LOG,
  UpdateFirmware: FIRMWARE,
  SignedUpdateFirmware: FIRMWARE,
  SetDisplayMessage: {
    Accepted: 'messageAccepted',
    NotSupportedMessageFormat: 'messageRefused',
    NotSupportedPriority: 'messageRefused',
    NotSupportedState: 'messageRefused',
    LanguageNotSupported: 'messageRefused',
    UnknownTransaction: 'stopRefused',
    Rejected: 'messageRefused',
  },
  SetMonitoringBase: { EmptyResultSet: 'monitorsNone' },
  ClearVariableMonitoring: { NotFound: 'monitorNone' },
  GetTariffs: { NoTariff: 'tariffNone' },
  ClearTariffs: { NoTariff: 'tariffNone' },
  GetDERControl: { NotFound: 'derNone' },
  ClearDERControl: { NotFound: 'derNone' },
  UnpublishFirmware: { NoFirmware: 'firmwareNone' },
  ClearDisplayMessage: { Unknown: 'messageUnknown' },
  InstallCertificate: {
    Accepted: 'certificateInstalled',
    Rejected: 'certificateRefused',
    Failed: 'certificateFailed',
  },
  DeleteCertificate: { Accepted: 'certificateDeleted', NotFound: 'certificateNotFound' },
  GetInstalledCertificateIds: { NotFound: 'certificatesNone' },
  DataTransfer: { UnknownVendorId: 'vendorUnknown', UnknownMessageId: 'vendorMessageUnknown' },
}

/** What error codes mean to a person (2.0.1 part 4 §4.3; 1.6 JSON §4.2.3, with its own spellings). */
const BY_ERROR: ByStatus = {
  NotImplemented: 'failedNotKnown',
  NotSupported: 'failedNotSupported',
  InternalError: 'failedInternal',
  GenericError: 'failedInternal',
  SecurityError: 'failedSecurity',
  ProtocolError: 'failedPayload',
  FormatViolation: 'failedPayload',
  FormationViolation: 'failedPayload',
  PropertyConstraintViolation: 'failedPayload',
  OccurrenceConstraintViolation: 'failedPayload',
  OccurenceConstraintViolation: 'failedPayload',
  TypeConstraintViolation: 'failedPayload',
}

/** What is said of work that takes time when it has come to a good end: the answer before it was only a promise. */
const WHEN_DONE: Readonly<Record<string, AnswerKey>> = {
  GetBaseReport: 'reportDone',
  GetReport: 'reportDone',
  GetMonitoringReport: 'reportDone',
  GetDisplayMessages: 'reportDone',
  GetChargingProfiles: 'reportDone',
  GetLog: 'logDone',
  GetDiagnostics: 'logDone',
  UpdateFirmware: 'firmwareDone',
  SignedUpdateFirmware: 'firmwareDone',
}

/** Questions whose answer is what was asked for: there was nothing to accept. */
const QUESTIONS: ReadonlySet<string> = new Set([
  'GetCompositeSchedule',
  'GetConfiguration',
  'GetInstalledCertificateIds',
  'GetLocalListVersion',
  'GetPeriodicEventStream',
  'GetTariffs',
  'GetTransactionStatus',
  'GetVariables',
])

type Answered = Pick<Command, 'state' | 'verdict' | 'action' | 'status' | 'answer' | 'waitUntil' | 'outcome'>

/**
 * The sentence that says what became of a command: from its state, and for an answer from action and status, because
 * the station's own word is the narrower one. What is in no table is told by its verdict.
 */
export function answerKey(command: Answered): AnswerKey {
  const { state, verdict, action, waitUntil, outcome } = command
  const status = statusOf(command)
  switch (state) {
    case 'accepted':
    case 'refused': {
      const done = state === 'accepted' && outcome === 'succeeded' ? WHEN_DONE[action] : undefined
      const told = verdict === 'accepted' && QUESTIONS.has(action) ? 'told' : undefined
      return done ?? BY_ACTION[action]?.[status ?? ''] ?? told ?? verdict ?? state
    }
    case 'failed':
      return status === null ? 'failedUnreadable' : (BY_ERROR[status] ?? 'failed')
    case 'waiting':
      return waitUntil === null ? 'waiting' : 'waitingUntil'
    default:
      return state
  }
}
