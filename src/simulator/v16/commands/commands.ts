import type { OCPP16 } from 'typed-ocpp'
import type { Handlers } from '../../commandTable'

/** Request and response of every command of 1.6 and its security extension. */
interface Commands16 {
  CancelReservation: [OCPP16.CancelReservationRequest, OCPP16.CancelReservationResponse]
  CertificateSigned: [OCPP16.CertificateSignedRequest, OCPP16.CertificateSignedResponse]
  ChangeAvailability: [OCPP16.ChangeAvailabilityRequest, OCPP16.ChangeAvailabilityResponse]
  ChangeConfiguration: [OCPP16.ChangeConfigurationRequest, OCPP16.ChangeConfigurationResponse]
  ClearCache: [OCPP16.ClearCacheRequest, OCPP16.ClearCacheResponse]
  ClearChargingProfile: [OCPP16.ClearChargingProfileRequest, OCPP16.ClearChargingProfileResponse]
  DataTransfer: [OCPP16.DataTransferRequest, OCPP16.DataTransferResponse]
  DeleteCertificate: [OCPP16.DeleteCertificateRequest, OCPP16.DeleteCertificateResponse]
  ExtendedTriggerMessage: [OCPP16.ExtendedTriggerMessageRequest, OCPP16.ExtendedTriggerMessageResponse]
  GetCompositeSchedule: [OCPP16.GetCompositeScheduleRequest, OCPP16.GetCompositeScheduleResponse]
  GetConfiguration: [OCPP16.GetConfigurationRequest, OCPP16.GetConfigurationResponse]
  GetDiagnostics: [OCPP16.GetDiagnosticsRequest, OCPP16.GetDiagnosticsResponse]
  GetInstalledCertificateIds: [OCPP16.GetInstalledCertificateIdsRequest, OCPP16.GetInstalledCertificateIdsResponse]
  GetLocalListVersion: [OCPP16.GetLocalListVersionRequest, OCPP16.GetLocalListVersionResponse]
  GetLog: [OCPP16.GetLogRequest, OCPP16.GetLogResponse]
  InstallCertificate: [OCPP16.InstallCertificateRequest, OCPP16.InstallCertificateResponse]
  RemoteStartTransaction: [OCPP16.RemoteStartTransactionRequest, OCPP16.RemoteStartTransactionResponse]
  RemoteStopTransaction: [OCPP16.RemoteStopTransactionRequest, OCPP16.RemoteStopTransactionResponse]
  ReserveNow: [OCPP16.ReserveNowRequest, OCPP16.ReserveNowResponse]
  Reset: [OCPP16.ResetRequest, OCPP16.ResetResponse]
  SendLocalList: [OCPP16.SendLocalListRequest, OCPP16.SendLocalListResponse]
  SetChargingProfile: [OCPP16.SetChargingProfileRequest, OCPP16.SetChargingProfileResponse]
  SignedUpdateFirmware: [OCPP16.SignedUpdateFirmwareRequest, OCPP16.SignedUpdateFirmwareResponse]
  TriggerMessage: [OCPP16.TriggerMessageRequest, OCPP16.TriggerMessageResponse]
  UnlockConnector: [OCPP16.UnlockConnectorRequest, OCPP16.UnlockConnectorResponse]
  UpdateFirmware: [OCPP16.UpdateFirmwareRequest, OCPP16.UpdateFirmwareResponse]
}

/** Handlers of some commands of 1.6. */
export type Handlers16<A extends keyof Commands16> = Handlers<Commands16, A>
