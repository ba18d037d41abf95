import { createAdapters } from '@main/csms/adapters'
import { createDialects } from '@main/csms/dialect'
import { PROTOCOLS } from '@shared/ocpp/station'
import { describe, expect, it } from 'vitest'

/** Every message that a central system sends, by version (1.6 §5 and security extension; 2.0.1 and 2.1 part 2). */
const OUTGOING_16 = [
  ...['CancelReservation', 'CertificateSigned', 'ChangeAvailability', 'ChangeConfiguration', 'ClearCache'],
  ...['ClearChargingProfile', 'DataTransfer', 'DeleteCertificate', 'ExtendedTriggerMessage', 'GetCompositeSchedule'],
  ...['GetConfiguration', 'GetDiagnostics', 'GetInstalledCertificateIds', 'GetLocalListVersion', 'GetLog'],
  ...['InstallCertificate', 'RemoteStartTransaction', 'RemoteStopTransaction', 'ReserveNow', 'Reset', 'SendLocalList'],
  ...['SetChargingProfile', 'SignedUpdateFirmware', 'TriggerMessage', 'UnlockConnector', 'UpdateFirmware'],
]
const OUTGOING_201 = [
  ...['CancelReservation', 'CertificateSigned', 'ChangeAvailability', 'ClearCache', 'ClearChargingProfile'],
  ...['ClearDisplayMessage', 'ClearVariableMonitoring', 'CostUpdated', 'CustomerInformation', 'DataTransfer'],
  ...['DeleteCertificate', 'GetBaseReport', 'GetChargingProfiles', 'GetCompositeSchedule', 'GetDisplayMessages'],
  ...['GetInstalledCertificateIds', 'GetLocalListVersion', 'GetLog', 'GetMonitoringReport', 'GetReport'],
  ...['GetTransactionStatus', 'GetVariables', 'InstallCertificate', 'PublishFirmware', 'RequestStartTransaction'],
  ...['RequestStopTransaction', 'ReserveNow', 'Reset', 'SendLocalList', 'SetChargingProfile', 'SetDisplayMessage'],
  ...['SetMonitoringBase', 'SetMonitoringLevel', 'SetNetworkProfile', 'SetVariableMonitoring', 'SetVariables'],
  ...['TriggerMessage', 'UnlockConnector', 'UnpublishFirmware', 'UpdateFirmware'],
]
const ADDED_21 = [
  ...['AFRRSignal', 'AdjustPeriodicEventStream', 'ChangeTransactionTariff', 'ClearDERControl', 'ClearTariffs'],
  ...['GetDERControl', 'GetPeriodicEventStream', 'GetTariffs', 'NotifyAllowedEnergyTransfer'],
  ...['NotifyWebPaymentStarted', 'RequestBatterySwap', 'SetDERControl', 'SetDefaultTariff', 'UpdateDynamicSchedule'],
  ...['UsePriorityCharging'],
]

const adapters = createAdapters()
const dialects = createDialects(adapters)

describe('the messages that go out', () => {
  it('are all that each version has', () => {
    expect([...dialects['ocpp1.6'].outgoing.keys()]).toEqual([...OUTGOING_16].sort())
    expect([...dialects['ocpp2.0.1'].outgoing.keys()]).toEqual([...OUTGOING_201].sort())
    expect([...dialects['ocpp2.1'].outgoing.keys()]).toEqual([...OUTGOING_201, ...ADDED_21].sort())
  })

  it.each(PROTOCOLS)('of %s and those that come in are every message of its schemas', (protocol) => {
    const { schemas, incoming, outgoing } = adapters[protocol]
    const known = Object.keys(schemas).flatMap((name) => (name.endsWith('Request') ? [name.slice(0, -7)] : []))
    const handled = new Set([...incoming.keys(), ...outgoing.keys()])
    expect(known.filter((action) => !handled.has(action))).toEqual([])
  })

  it.each(PROTOCOLS)('of %s say in a line what they are for', (protocol) => {
    for (const { action, note } of dialects[protocol].outgoing.values())
      expect(`${action}: ${note}`).toMatch(/: .{10,}\.$/)
  })

  it.each(PROTOCOLS)('of %s have a form with all that it refers to, and no more', (protocol) => {
    const dialect = dialects[protocol]
    for (const action of dialect.outgoing.keys()) {
      const schema = dialect.schema(action)
      const referred = [...JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)].map((match) => match[1])
      expect(Object.keys(schema.definitions ?? {}).sort(), action).toEqual([...new Set(referred)].sort())
    }
  })

  it('that report under a number say which field holds it', () => {
    for (const protocol of PROTOCOLS) {
      const dialect = dialects[protocol]
      for (const { action, numberedBy } of dialect.outgoing.values()) {
        const properties = Object.keys((dialect.schema(action).properties ?? {}) as object)
        if (numberedBy !== null) expect(properties, action).toContain(numberedBy)
        // That of a certificate is the number of the station's own request.
        else if (action !== 'CertificateSigned') expect(properties, action).not.toContain('requestId')
      }
    }
  })

  it('that go on are reported by messages that the version has', () => {
    for (const protocol of PROTOCOLS) {
      for (const { action, reportedBy } of dialects[protocol].outgoing.values()) {
        for (const report of reportedBy) expect([...adapters[protocol].incoming.keys()], action).toContain(report)
      }
    }
  })
})
